package dev.dateline.pipeline.tag.theme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.term.Inflections;
import dev.dateline.pipeline.tag.term.Term;
import dev.dateline.pipeline.tag.term.TermTrie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The themes and, built when its first article comes, one trie of all terms of a language. */
final class Taxonomy {
    private final Map<String, Theme> themes = new LinkedHashMap<>();
    private final Map<String, Map<Theme, String>> terms = new HashMap<>();
    private final Map<String, TermTrie<ThemeTerm>> tries = new ConcurrentHashMap<>();
    private final Inflections inflections;

    /** A term's meaning: weight adds to what speaks for the theme; an exact term counts letter for letter. */
    record ThemeTerm(Theme theme, String term, double weight, boolean exact) {
        boolean isWritten(String found) {
            return !exact || found.equals(term);
        }
    }

    Taxonomy(List<JsonNode> files, Inflections inflections) {
        this.inflections = inflections;
        files.forEach(file -> file.forEach(this::add));
    }

    /** Gives the terms of a language; a language without terms has an empty trie. */
    TermTrie<ThemeTerm> terms(String language) {
        return tries.computeIfAbsent(language, this::build);
    }

    Theme theme(String id) {
        var theme = themes.get(id);
        if (theme == null) {
            throw new IllegalStateException("theme " + id + " has children but is not defined before them");
        }
        return theme;
    }

    private void add(JsonNode entry) {
        var theme = new Theme(
                entry.path("id").asText(),
                entry.path("label").asText(),
                entry.path("slug").asText(),
                ancestors(entry));
        if (themes.put(theme.id(), theme) != null) {
            throw new IllegalStateException("theme " + theme.id() + " is defined twice");
        }
        entry.path("terms")
                .properties()
                .forEach(list -> terms.computeIfAbsent(list.getKey(), l -> new LinkedHashMap<>())
                        .put(theme, list.getValue().asText()));
    }

    private TermTrie<ThemeTerm> build(String language) {
        var trie = new TermTrie<ThemeTerm>(inflections.of(language));
        terms.getOrDefault(language, Map.of())
                .forEach((theme, list) -> Term.list(list)
                        .forEach(term ->
                                trie.add(term, new ThemeTerm(theme, term.text(), term.weight(), term.exact()))));
        return trie.freeze();
    }

    private List<String> ancestors(JsonNode entry) {
        var ancestors = new ArrayList<String>();
        if (entry.hasNonNull("parent")) {
            var parent = theme(entry.path("parent").asText());
            ancestors.add(parent.id());
            ancestors.addAll(parent.ancestors());
        }
        return List.copyOf(ancestors);
    }
}
