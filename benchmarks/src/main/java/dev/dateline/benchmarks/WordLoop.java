package dev.dateline.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.pipeline.tag.term.Term;
import dev.dateline.pipeline.tag.theme.ThemeTagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * What no tagger by dictionary can do without, and no more: folds a text's case, splits it at what is no letter or digit,
 * a Han character being a word of its own, and looks up every word in a hash table of the terms that the tagger has in
 * the language: GeoNames' names and the themes' terms.
 *
 * <p>Four in ten terms are phrases, so the table also has what phrases begin with, and only where it has a word is that one
 * looked up together with the next. The loop knows no endings, no accents, no capital letters and no countries.
 */
final class WordLoop {
    private static final String GAZETTEER = "regions/geonames.tsv.gz";
    private static final String ENGLISH = "en";
    /** Before this character there is none that is Han; asking of it is quicker. */
    private static final char FIRST_HAN = '\u2e80';

    private static final int NAME = 7;
    private static final int OTHER_NAMES = 8;
    /** Whose names a language takes beside its own, as the tagger does. */
    private static final Map<String, List<String>> LENDERS = Map.of(
            "ru", List.of("Cyrl"),
            "kk", List.of("ru", "Cyrl"),
            "ky", List.of("ru", "Cyrl"),
            "uz", List.of(ENGLISH, "ru", "Cyrl"),
            "de", List.of(ENGLISH));

    private static final YAMLMapper YAML = new YAMLMapper();

    /** Terms, and the words that they begin with: true where a term ends. */
    private final Map<String, Boolean> terms = new HashMap<>();

    private int[] starts = new int[1024];
    private int[] ends = new int[1024];

    /** Reads the terms. */
    WordLoop(String language) throws IOException {
        addNames(language);
        for (var lender : LENDERS.getOrDefault(language, List.of())) {
            addNames(lender);
        }
        for (var name : ThemeTagger.builtIn()) {
            try (var file = open(name)) {
                for (var theme : YAML.readTree(file)) {
                    addTerms(theme.path("terms").path(language));
                }
            }
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(Tagger.class.getResourceAsStream(name), name);
    }

    private void addNames(String language) throws IOException {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(open(GAZETTEER)), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t", -1)).forEach(fields -> {
                if (language.equals(ENGLISH)) {
                    add(fields[NAME]);
                }
                Arrays.stream(fields[OTHER_NAMES].split(";", 0))
                        .filter(name -> name.startsWith(language + "="))
                        .forEach(name -> add(name.substring(name.indexOf('=') + 1)));
            });
        }
    }

    private void addTerms(JsonNode terms) {
        if (terms.isValueNode()) {
            Term.list(terms.asText()).forEach(term -> add(term.text()));
        } else {
            terms.forEach(this::addTerms);
        }
    }

    private void add(String term) {
        var folded = term.toLowerCase(Locale.ROOT);
        var words = split(folded);
        for (var i = 0; i < words; i++) {
            terms.merge(folded.substring(starts[0], ends[i]), i + 1 == words, Boolean::logicalOr);
        }
    }

    /** Gives how many terms a text has. */
    int count(String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        var words = split(folded);
        var found = 0;
        for (var i = 0; i < words; i++) {
            for (var last = i; last < words; last++) {
                var term = terms.get(folded.substring(starts[i], ends[last]));
                if (term == null) {
                    break;
                }
                found += term ? 1 : 0;
            }
        }
        return found;
    }

    /** Finds where words start and end; gives how many there are. */
    private int split(String text) {
        var words = 0;
        var open = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                open = false;
                continue;
            }
            var han = c >= FIRST_HAN && Character.isIdeographic(c);
            if (han || !open) {
                reserve(words);
                starts[words++] = i;
            }
            ends[words - 1] = i + 1;
            open = !han;
        }
        return words;
    }

    private void reserve(int words) {
        if (words == starts.length) {
            starts = Arrays.copyOf(starts, 2 * words);
            ends = Arrays.copyOf(ends, 2 * words);
        }
    }
}
