package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.file.Definition;
import dev.dateline.pipeline.tag.term.Lexicon;
import dev.dateline.pipeline.tag.term.TermTrie;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The themes and, added when the first article of a language comes, one trie of all its terms. */
final class Taxonomy {
    private final Content content;
    /** All themes, each at its number. */
    private final List<Theme> themes;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Terms> terms = new ConcurrentHashMap<>();

    /**
     * What the files say.
     *
     * @param themes by id
     * @param terms by language
     */
    record Content(Map<String, Theme> themes, Map<String, List<ThemeTerm>> terms) {}

    /**
     * The terms of one language.
     *
     * @param needing themes that count only beside one of the words that they need, told apart by identity
     */
    record Terms(TermTrie<List<Indicator>> trie, Set<Theme> needing) {}

    Taxonomy(Content content) {
        this.content = content;
        this.themes = List.copyOf(content.themes().values());
        for (var theme : themes) {
            numbers.put(theme.id(), numbers.size());
        }
    }

    /** What is said of each theme. */
    List<Definition> definitions() {
        var statements = new HashMap<Theme, Set<String>>();
        content.terms()
                .forEach((language, terms) -> terms.forEach(term -> statements
                        .computeIfAbsent(term.theme(), t -> new TreeSet<>())
                        .add(language + " " + term.statement())));
        return content.themes().values().stream()
                .map(theme -> {
                    var said = statements.computeIfAbsent(theme, t -> new TreeSet<>());
                    said.add("below " + theme.ancestors());
                    return new Definition(theme.id(), theme.label(), said);
                })
                .toList();
    }

    /** True when there is any term in a language. */
    boolean speaks(String language) {
        return content.terms().containsKey(language);
    }

    /** Adds the terms of a language to those of its lexicon. */
    void learn(String language, Lexicon lexicon) {
        var trie = new TermTrie.Builder<Indicator>(lexicon);
        for (var term : known(language)) {
            trie.add(term.term(), new Indicator(term, numbers(term)));
        }
        var needing = Collections.<Theme>newSetFromMap(new IdentityHashMap<>());
        known(language).stream()
                .filter(term -> term.part() == Part.NEEDS)
                .map(ThemeTerm::theme)
                .forEach(needing::add);
        terms.put(language, new Terms(trie.build(List::copyOf, indicators -> true), needing));
    }

    /** Gives the terms of a language that was learnt; a language without any has an empty trie. */
    Terms terms(String language) {
        return Objects.requireNonNull(terms.get(language), language);
    }

    /** How many themes there are, numbered from 0. */
    int size() {
        return themes.size();
    }

    Theme theme(int number) {
        return themes.get(number);
    }

    private List<ThemeTerm> known(String language) {
        return content.terms().getOrDefault(language, List.of());
    }

    private int[] numbers(ThemeTerm term) {
        var above = term.part() == Part.TERMS ? term.theme().ancestors() : List.<String>of();
        var path = new int[1 + above.size()];
        path[0] = number(term.theme().id());
        for (var i = 0; i < above.size(); i++) {
            path[i + 1] = number(above.get(i));
        }
        return path;
    }

    private int number(String id) {
        return Objects.requireNonNull(numbers.get(id), id);
    }
}
