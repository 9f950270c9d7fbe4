package dev.dateline.console.search;

import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.Nearest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds regions and themes by their codes or English names, and guesses what was meant. */
public final class TagNames {
    /** What an operator may have made: {@code custom:minerals}, {@code group:c5}. */
    private static final Pattern OWN = Pattern.compile("[a-z]+:[^\\s:]+");

    /** IPTC's themes are all known. */
    private static final String IPTC = "medtop:";

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
        return find(
                asked,
                regions,
                labels.regions(),
                code -> true,
                "a region: give a code such as KZ or 143, or an English name");
    }

    Found theme(String asked) {
        return find(
                asked,
                themes,
                labels.themes(),
                code -> !code.startsWith(IPTC),
                "a theme: give a code such as medtop:04000000, or an English name");
    }

    private static Found find(
            String asked, Map<String, String> codes, Map<String, String> labels, Predicate<String> own, String mend) {
        var known = Optional.ofNullable(codes.get(key(asked)))
                .or(() -> Optional.of(asked)
                        .filter(code -> OWN.matcher(code).matches())
                        .filter(own));
        return known.isPresent()
                ? new Found(known, "")
                : new Found(known, "'" + asked + "' is not " + mend + guess(asked, codes, labels));
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
