package dev.dateline.pipeline.tag.term;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A term as the resource files write it: {@code oil}, {@code =US} (this case, no endings), {@code нефт*} (any ending),
 * {@code summit^3} (weight, 1 unless given).
 *
 * @param exact the letters' case counts and nothing may follow
 * @param open anything may follow in the last word
 */
public record Term(String text, boolean exact, boolean open, double weight) {

    private static final Pattern BETWEEN = Pattern.compile("[,，\n]");

    /** Parses a list of terms divided by commas. */
    public static List<Term> list(String terms) {
        return Arrays.stream(BETWEEN.split(terms, -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .map(Term::parse)
                .toList();
    }

    static Term parse(String written) {
        var caret = written.lastIndexOf('^');
        var weight = caret < 0 ? 1 : Double.parseDouble(written.substring(caret + 1));
        var text = caret < 0 ? written : written.substring(0, caret);
        var exact = text.startsWith("=");
        var open = text.endsWith("*");
        return new Term(text.substring(exact ? 1 : 0, text.length() - (open ? 1 : 0)), exact, open, weight);
    }

    /** A word that may be inflected, of weight 1. */
    public static Term of(String text) {
        return new Term(text, false, false, 1);
    }
}
