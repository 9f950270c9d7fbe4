package dev.dateline.standalone.bench.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The words of a language: some that stand in every text, many that are put together of a beginning and an ending, as inflected
 * languages do, and places.
 *
 * @param share of all articles
 * @param country of its outlets
 * @param read what stands above the links to other articles
 * @param common the words of every text, the most frequent first
 * @param words all others, in an order that means nothing
 */
record Language(
        String code,
        double share,
        String country,
        String read,
        List<String> common,
        List<String> words,
        List<String> places) {
    private static final String RESOURCE = "/bench/words.yaml";
    private static final String[] JOINTS = {"", "a", "o", "i", "e"};

    /** Reads all of them. */
    static List<Language> all() {
        try (var file = Language.class.getResourceAsStream(RESOURCE)) {
            var languages = new ArrayList<Language>();
            new YAMLMapper().readTree(file).forEach(entry -> languages.add(of(entry)));
            return List.copyOf(languages);
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
    }

    private static Language of(JsonNode entry) {
        return new Language(
                entry.get("language").textValue(),
                entry.get("share").doubleValue(),
                entry.get("country").textValue(),
                entry.get("read").textValue(),
                words(entry, "common"),
                composed(words(entry, "stems"), words(entry, "endings")),
                words(entry, "places"));
    }

    private static List<String> words(JsonNode entry, String field) {
        return List.of(entry.get(field).textValue().split(" "));
    }

    /** Thousands of words, so that two texts share no more of them than two of one paper do. */
    private static List<String> composed(List<String> stems, List<String> endings) {
        var words = new ArrayList<>(stems);
        for (var stem : stems) {
            for (var ending : endings) {
                for (var joint : JOINTS) {
                    words.add(stem + joint + ending);
                }
            }
        }
        Collections.shuffle(words, new Random(1));
        return List.copyOf(words);
    }
}
