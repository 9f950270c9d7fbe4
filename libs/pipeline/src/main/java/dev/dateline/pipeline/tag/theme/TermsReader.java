package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.term.FoldedText;
import dev.dateline.pipeline.tag.term.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the terms of one entry: by what they do, by language, by weight. */
final class TermsReader {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final double HEAVIEST = 5;

    private final TaxonomyFile file;
    private final Theme theme;
    private final List<TaxonomyProblem> problems;
    private final Set<String> seen = new HashSet<>();

    TermsReader(TaxonomyFile file, Theme theme, List<TaxonomyProblem> problems) {
        this.file = file;
        this.theme = theme;
        this.problems = problems;
    }

    /** Gives the terms by language. */
    Map<String, List<ThemeTerm>> read(YamlNode entry) {
        var terms = new LinkedHashMap<String, List<ThemeTerm>>();
        for (var part : Part.values()) {
            var lists = entry.fields().get(part.field());
            if (lists != null) {
                lists.fields().forEach((language, list) -> {
                    if (LANGUAGES.contains(language)) {
                        list(part, language, list, terms.computeIfAbsent(language, l -> new ArrayList<>()));
                    } else {
                        problem(list, "unknown language '%s': write a two-letter code of ISO 639".formatted(language));
                    }
                });
            }
        }
        return terms;
    }

    private void list(Part part, String language, YamlNode list, List<ThemeTerm> terms) {
        if (list.isScalar()) {
            terms(part, language, 1, list, terms);
        }
        list.fields().forEach((weight, node) -> terms(part, language, weight(weight, node), node, terms));
    }

    private double weight(String written, YamlNode node) {
        try {
            var weight = Double.parseDouble(written);
            if (weight > 0 && weight <= HEAVIEST) {
                return weight;
            }
        } catch (NumberFormatException e) {
            // Told below, with the numbers that are out of range.
        }
        problem(node, "weight '%s' is none: write a number above 0, at most %.0f".formatted(written, HEAVIEST));
        return 1;
    }

    private void terms(Part part, String language, double weight, YamlNode node, List<ThemeTerm> terms) {
        if (node.text().indexOf('^') >= 0) {
            problem(node, "no weight stands behind a term here: write it in the list of its weight");
        }
        for (var term : Term.list(node.text().replace('^', ' '))) {
            var folded = FoldedText.of(term.text(), false);
            if (folded.size() == 0 || term.text().matches(".*[*=|\\\\].*")) {
                problem(node, term, "is no term: write words, with '=' before or '*' behind them at most");
            } else if (!seen.add(language + term.exact() + term.open() + folded + (term.exact() ? term.text() : ""))) {
                problem(node, term, "comes twice for %s in '%s': keep one".formatted(theme.id(), language));
            } else {
                terms.add(new ThemeTerm(theme, part, term, weight));
            }
        }
    }

    private void problem(YamlNode node, String message) {
        problems.add(new TaxonomyProblem(file.name(), node.line(), message));
    }

    /** Finds the line of a term inside a list of many lines. */
    private void problem(YamlNode node, Term term, String message) {
        var lines = file.text().split("\n", -1);
        var line = node.line();
        while (line < lines.length && !lines[line - 1].contains(term.text())) {
            line++;
        }
        problems.add(new TaxonomyProblem(file.name(), line, "term '%s' %s".formatted(term.text(), message)));
    }
}
