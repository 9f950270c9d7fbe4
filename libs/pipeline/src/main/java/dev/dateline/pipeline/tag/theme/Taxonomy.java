package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.file.Definition;
import dev.dateline.pipeline.tag.term.Inflections;
import dev.dateline.pipeline.tag.term.TermTrie;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The themes and, built when its first article comes, one trie of all terms of a language. */
final class Taxonomy {
    private final Content content;
    private final Map<String, TermTrie<ThemeTerm>> tries = new ConcurrentHashMap<>();
    private final Map<String, Set<Theme>> needing = new ConcurrentHashMap<>();
    private final Inflections inflections;

    /**
     * What the files say.
     *
     * @param themes by id
     * @param terms by language
     */
    record Content(Map<String, Theme> themes, Map<String, List<ThemeTerm>> terms) {}

    Taxonomy(Content content, Inflections inflections) {
        this.content = content;
        this.inflections = inflections;
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

    /** Gives the terms of a language; a language without terms has an empty trie. */
    TermTrie<ThemeTerm> terms(String language) {
        return tries.computeIfAbsent(language, this::build);
    }

    /** True when a theme counts only beside one of the words that it needs, in a language. */
    boolean needsContext(Theme theme, String language) {
        return needing.computeIfAbsent(language, this::needing).contains(theme);
    }

    Theme theme(String id) {
        return Objects.requireNonNull(content.themes().get(id), id);
    }

    private Set<Theme> needing(String language) {
        return content.terms().getOrDefault(language, List.of()).stream()
                .filter(term -> term.part() == Part.NEEDS)
                .map(ThemeTerm::theme)
                .collect(Collectors.toUnmodifiableSet());
    }

    private TermTrie<ThemeTerm> build(String language) {
        var trie = new TermTrie<ThemeTerm>(inflections.of(language));
        content.terms().getOrDefault(language, List.of()).forEach(term -> trie.add(term.term(), term));
        return trie.freeze();
    }
}
