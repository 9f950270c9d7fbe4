package dev.dateline.pipeline.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of day and zone in a written date.
 *
 * @param offset null when the text names none that is known
 */
record FeedTime(Duration sinceMidnight, @Nullable ZoneOffset offset) {
    private static final Pattern CLOCK = Pattern.compile(
            "(?<![\\d:+-])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?!\\d)\\s*(?i:([ap])\\.?\\s?m\\b\\.?)?");
    private static final Pattern COMPACT = Pattern.compile("(?<=\\d{8}T)(\\d{2})(\\d{2})(\\d{2})?");
    private static final Pattern OFFSET =
            Pattern.compile("^\\s*(?:GMT|UTC|UT)?\\s*([+\\-\\u2212])(\\d{1,2}):?(\\d{2})?(?!\\d)");
    private static final Pattern NAME = Pattern.compile("^\\s*\\(?([A-Z]{1,5})\\b");

    /** Zones of RFC 822, and those that news sites write beyond; the ambiguous ones (IST, BST, CST) as most feeds mean them. */
    private static final Map<String, Integer> MINUTES = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UT", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("WET", 0),
            Map.entry("BST", 60),
            Map.entry("WEST", 60),
            Map.entry("CET", 60),
            Map.entry("MEZ", 60),
            Map.entry("WAT", 60),
            Map.entry("CEST", 120),
            Map.entry("MESZ", 120),
            Map.entry("EET", 120),
            Map.entry("SAST", 120),
            Map.entry("CAT", 120),
            Map.entry("EEST", 180),
            Map.entry("MSK", 180),
            Map.entry("EAT", 180),
            Map.entry("TRT", 180),
            Map.entry("GST", 240),
            Map.entry("PKT", 300),
            Map.entry("IST", 330),
            Map.entry("WIB", 420),
            Map.entry("ICT", 420),
            Map.entry("HKT", 480),
            Map.entry("SGT", 480),
            Map.entry("PHT", 480),
            Map.entry("AWST", 480),
            Map.entry("JST", 540),
            Map.entry("KST", 540),
            Map.entry("AEST", 600),
            Map.entry("AEDT", 660),
            Map.entry("NZST", 720),
            Map.entry("NZDT", 780),
            Map.entry("BRT", -180),
            Map.entry("ART", -180),
            Map.entry("ADT", -180),
            Map.entry("AST", -240),
            Map.entry("EDT", -240),
            Map.entry("EST", -300),
            Map.entry("CDT", -300),
            Map.entry("CST", -360),
            Map.entry("MDT", -360),
            Map.entry("MST", -420),
            Map.entry("PDT", -420),
            Map.entry("AKDT", -480),
            Map.entry("PST", -480),
            Map.entry("AKST", -540),
            Map.entry("HST", -600));

    /** Finds the first time of day, and the zone behind it. */
    static FeedTime find(String date) {
        var clock = CLOCK.matcher(date);
        if (clock.find()) {
            return new FeedTime(sinceMidnight(clock), offset(date.substring(clock.end())));
        }
        var compact = COMPACT.matcher(date);
        if (compact.find()) {
            return new FeedTime(
                    duration(number(compact.group(1)), number(compact.group(2)), number(compact.group(3)), 0),
                    offset(date.substring(compact.end())));
        }
        return new FeedTime(Duration.ZERO, null);
    }

    private static Duration sinceMidnight(Matcher clock) {
        var hour = number(clock.group(1));
        var half = clock.group(5);
        if (half != null && hour <= 12) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        var fraction = clock.group(4) == null ? 0 : number((clock.group(4) + "00").substring(0, 3));
        return duration(hour, number(clock.group(2)), number(clock.group(3)), fraction);
    }

    private static Duration duration(int hour, int minute, int second, int millis) {
        if (hour > 24 || minute > 59 || second > 60) {
            throw new DateTimeException("no time of day");
        }
        return Duration.ofHours(hour).plusMinutes(minute).plusSeconds(second).plusMillis(millis);
    }

    private static @Nullable ZoneOffset offset(String rest) {
        var offset = OFFSET.matcher(rest);
        if (offset.find()) {
            var minutes = number(offset.group(2)) * 60 + number(offset.group(3));
            return minutes(offset.group(1).equals("+") ? minutes : -minutes);
        }
        var name = NAME.matcher(rest);
        var minutes = name.find() ? MINUTES.get(name.group(1)) : null;
        return minutes == null ? null : minutes(minutes);
    }

    private static ZoneOffset minutes(int minutes) {
        return ZoneOffset.ofTotalSeconds(minutes * 60);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
