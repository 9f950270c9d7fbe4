package dev.dateline.benchmarks;

import dev.dateline.pipeline.tag.Tagger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * What no tagger by dictionary can do without, and no more: splits a text at what is no letter or digit, folds each word's
 * case and looks it up in a set of as many names as the gazetteer has in English. It knows neither phrases nor endings.
 */
final class WordLoop {
    private static final String GAZETTEER = "regions/geonames.tsv.gz";
    private static final int NAME = 7;

    private final Set<String> names = new HashSet<>();

    /** Reads the names. */
    WordLoop() {
        var file = Objects.requireNonNull(Tagger.class.getResourceAsStream(GAZETTEER), GAZETTEER);
        try (var lines = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> names.add(line.split("\t", -1)[NAME].toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives how many of a text's words are in the set. */
    int count(String text) {
        var found = 0;
        var start = 0;
        for (var i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i > start && names.contains(text.substring(start, i).toLowerCase(Locale.ROOT))) {
                    found++;
                }
                start = i + 1;
            }
        }
        return found;
    }
}
