package dev.dateline.pipeline.tag.term;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says in which language's terms to read a text: the one that the article names, or else the one whose small words and
 * own letters the text has most of. A sentence is enough, since half of any sentence is small words.
 */
public final class Languages {
    private static final String ENGLISH = "en";
    private static final int SAMPLE = 2000;
    /** A Chinese character says as much as three letters. */
    private static final int HAN_WEIGHT = 3;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");
    /** The Uzbek letters that are written with a sign, whichever of the signs is used. */
    private static final Pattern SIGNED = Pattern.compile("(?<=[og])['‘’ʻʼ`](?=\\p{L})");

    private static final String SIGN = "ʻ";

    private final Map<UnicodeScript, List<LanguageMarks>> byScript = new EnumMap<>(UnicodeScript.class);

    /** Reads the table of {@code languages.yaml}. */
    public Languages(JsonNode table) {
        table.properties()
                .forEach(entry -> byScript.put(
                        UnicodeScript.valueOf(entry.getKey()),
                        entry.getValue().properties().stream()
                                .map(l -> LanguageMarks.parse(l.getKey(), l.getValue()))
                                .toList()));
    }

    /** Gives the primary subtag in lower case of what the article claims, or a guess; never null or {@code und}. */
    public String of(@Nullable String tag, String title, String text) {
        if (tag == null || tag.isBlank() || tag.startsWith("und")) {
            return guess(begin(begin(title) + " " + begin(text)));
        }
        var lower = tag.toLowerCase(Locale.ROOT);
        var end = lower.indexOf('-');
        return end < 0 ? lower : lower.substring(0, end);
    }

    private static String begin(String text) {
        return text.substring(0, Math.min(SAMPLE, text.length()));
    }

    private String guess(String sample) {
        var best = ENGLISH;
        var most = -1.0;
        var words = List.of(
                NO_WORD.split(SIGNED.matcher(sample.toLowerCase(Locale.ROOT)).replaceAll(SIGN), -1));
        for (var marks : byScript.getOrDefault(script(sample), List.of())) {
            var score = marks.score(words);
            if (score > most) {
                most = score;
                best = marks.language();
            }
        }
        return best;
    }

    /** The script that the text has most of, among those of the table. */
    private UnicodeScript script(String sample) {
        var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        sample.codePoints().filter(Character::isLetter).forEach(c -> {
            var script = UnicodeScript.of(c);
            counts.merge(script, script == UnicodeScript.HAN ? HAN_WEIGHT : 1, Integer::sum);
        });
        return counts.entrySet().stream()
                .filter(e -> byScript.containsKey(e.getKey()))
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UnicodeScript.LATIN);
    }
}
