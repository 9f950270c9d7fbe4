package dev.dateline.pipeline.tag.file;

import dev.dateline.pipeline.tag.term.FoldedText;
import dev.dateline.pipeline.tag.term.Term;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the lists of terms of one theme or group; reports a term that is none, and one that comes twice. */
public final class TermList {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** Signs that mean something only before or behind a term. */
    private static final Pattern SIGNS = Pattern.compile("[*=|\\\\]");

    private final TaxonomyFile file;
    private final String owner;
    private final List<TaxonomyProblem> problems;
    private final Set<String> seen = new HashSet<>();

    /**
     * Makes a reader.
     *
     * @param owner what problems call the theme or group
     * @param problems takes what is wrong
     */
    public TermList(TaxonomyFile file, String owner, List<TaxonomyProblem> problems) {
        this.file = file;
        this.owner = owner;
        this.problems = problems;
    }

    /** True for a language; what is none is reported. */
    public boolean isLanguage(String language, YamlNode node) {
        if (LANGUAGES.contains(language)) {
            return true;
        }
        problem(node, "unknown language '%s': write a two-letter code of ISO 639".formatted(language));
        return false;
    }

    /** Gives the terms of a list that are in order. */
    public List<Term> read(String language, YamlNode node) {
        if (node.text().indexOf('^') >= 0) {
            problem(node, "no weight stands behind a term here: write it in the list of its weight");
        }
        var terms = new ArrayList<Term>();
        for (var term : Term.list(node.text().replace('^', ' '))) {
            var folded = FoldedText.of(term.text(), false);
            if (folded.size() == 0 || SIGNS.matcher(term.text()).find()) {
                problem(node, term, "is no term: write words, with '=' before or '*' behind them at most");
            } else if (!seen.add(language + term.exact() + term.open() + folded + (term.exact() ? term.text() : ""))) {
                problem(node, term, "comes twice for %s in '%s': keep one".formatted(owner, language));
            } else {
                terms.add(term);
            }
        }
        return terms;
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
