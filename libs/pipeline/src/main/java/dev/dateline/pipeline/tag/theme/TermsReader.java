package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.pipeline.tag.file.TermList;
import dev.dateline.pipeline.tag.file.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the terms of one entry: by what they do, by language, by weight. */
final class TermsReader {
    private static final double HEAVIEST = 5;

    private final TaxonomyFile file;
    private final Theme theme;
    private final List<TaxonomyProblem> problems;
    private final TermList list;

    TermsReader(TaxonomyFile file, Theme theme, List<TaxonomyProblem> problems) {
        this.file = file;
        this.theme = theme;
        this.problems = problems;
        this.list = new TermList(file, theme.id(), problems);
    }

    /** Gives the terms by language. */
    Map<String, List<ThemeTerm>> read(YamlNode entry) {
        var terms = new LinkedHashMap<String, List<ThemeTerm>>();
        for (var part : Part.values()) {
            var lists = entry.fields().get(part.field());
            if (lists != null) {
                lists.fields().forEach((language, node) -> {
                    if (list.isLanguage(language, node)) {
                        read(part, language, node, terms.computeIfAbsent(language, l -> new ArrayList<>()));
                    }
                });
            }
        }
        return terms;
    }

    private void read(Part part, String language, YamlNode node, List<ThemeTerm> terms) {
        if (node.isScalar()) {
            add(part, language, 1, node, terms);
        }
        node.fields().forEach((weight, weighed) -> add(part, language, weight(weight, weighed), weighed, terms));
    }

    private void add(Part part, String language, double weight, YamlNode node, List<ThemeTerm> terms) {
        list.read(language, node).forEach(term -> terms.add(new ThemeTerm(theme, part, term, weight)));
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
        var message = "weight '%s' is none: write a number above 0, at most %.0f".formatted(written, HEAVIEST);
        problems.add(new TaxonomyProblem(file.name(), node.line(), message));
        return 1;
    }
}
