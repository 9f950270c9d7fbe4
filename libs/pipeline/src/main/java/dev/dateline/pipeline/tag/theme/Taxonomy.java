package dev.dateline.pipeline.tag.theme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.term.Inflections;
import dev.dateline.pipeline.tag.term.Term;
import dev.dateline.pipeline.tag.term.TermTrie;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The themes and, for each language that has any, one trie of all their terms. */
final class Taxonomy {
    private final Map<String, Theme> themes = new LinkedHashMap<>();
    private final Map<String, TermTrie<ThemeTerm>> tries = new LinkedHashMap<>();
    private final Inflections inflections;

    /** A term's meaning: weight adds to what speaks for the theme, and may be negative. */
    record ThemeTerm(Theme theme, String term, double weight) {}

    Taxonomy(List<JsonNode> files, Inflections inflections) {
        this.inflections = inflections;
        files.forEach(file -> file.forEach(this::add));
        tries.values().forEach(TermTrie::freeze);
    }

    /** Gives the terms of a language; a language without terms has an empty trie. */
    TermTrie<ThemeTerm> terms(String language) {
        return tries.getOrDefault(language, new TermTrie<>(inflections.of(language)));
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
        entry.path("terms").properties().forEach(terms -> {
            var trie = tries.computeIfAbsent(terms.getKey(), l -> new TermTrie<>(inflections.of(l)));
            for (var term : Term.list(terms.getValue().asText())) {
                trie.add(term, new ThemeTerm(theme, term.text(), term.weight()));
            }
        });
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
