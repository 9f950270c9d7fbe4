package dev.dateline.console.search;

import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.Nearest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds regions and themes by their codes or English names, and guesses what was meant. */
public final class TagNames {
    /** In a shorter word every letter may be wrong. */
    private static final int SHORTEST_GUESS = 4;

    private final TagLabels labels;
    private final Map<String, String> regions;
    private final Map<String, String> themes;

    public TagNames(TagLabels labels) {
        this.labels = labels;
        this.regions = codesByName(labels.regions());
        this.themes = codesByName(labels.themes());
    }

    /**
     * What a word stands for.
     *
     * @param code of the tag; empty when it stands for none
     * @param problem why not
     */
    public record Found(Optional<String> code, String problem) {}

    private static Map<String, String> codesByName(Map<String, String> labels) {
        var codes = new HashMap<String, String>();
        labels.forEach((code, label) -> codes.putIfAbsent(key(label), code));
        labels.keySet().forEach(code -> codes.put(key(code), code));
        return codes;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Found region(String asked) {
        var code = labels.codeOfRegion(asked);
        var mend = "a region: give a code such as KZ or 143, or an English name";
        return new Found(code, code.isPresent() ? "" : problem(asked, mend, regions, labels.regions()));
    }

    Found theme(String asked) {
        var code = labels.codeOfTheme(asked);
        var mend = "a theme: give a code such as medtop:04000000, or an English name";
        return new Found(code, code.isPresent() ? "" : problem(asked, mend, themes, labels.themes()));
    }

    private static String problem(String asked, String mend, Map<String, String> codes, Map<String, String> labels) {
        return "'" + asked + "' is not " + mend + guess(asked, codes, labels);
    }

    private static String guess(String asked, Map<String, String> codes, Map<String, String> labels) {
        if (asked.length() < SHORTEST_GUESS) {
            return "";
        }
        return Nearest.to(key(asked), codes.keySet())
                .map(codes::get)
                .map(code -> ". Did you mean " + labels.getOrDefault(code, code) + " (" + code + ")?")
                .orElse("");
    }

    /** The name of a region; its code when it has none. */
    public String nameOfRegion(String code) {
        return labels.region(code);
    }

    /** The name of a theme; its code when it has none. */
    public String nameOfTheme(String code) {
        return labels.theme(code);
    }
}
