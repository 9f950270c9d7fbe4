package dev.dateline.pipeline.page;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the time of day, and its zone, that stands right behind a date or right before it. */
final class TimeOfDay {
    private static final String ZONE =
            "(z|(?:utc|gmt)?\\s?[+-]\\d{1,2}(?::?\\d\\d)?|utc|gmt|e[sd]t|c[sd]t|m[sd]t|p[sd]t|cest|cet|eest|eet|mesz|mez|msk|мск|jst)?(?![a-z\\d])";
    private static final String HALF = "(a\\.?\\s?m|p\\.?\\s?m)?";
    /** Words and marks between a date and its time, in the languages that have any. */
    private static final String BETWEEN =
            "(?:t|г\\.|р\\.|года?|року|жыл\\p{L}{0,2}|yil|ýyl|y\\.|[\\s,،.|•·‖/–—-]|\\((?:[月火水木金土日一二三四五六])\\)|at|um|в|о|à|a las|às|alle|ore|kl\\.?|klo|saat|соати|сағат|саат|ساعت|الساعة|@){0,5}?[\\s,(]*";

    private static final Pattern BEHIND = Pattern.compile(BETWEEN
            + "(?<!\\d)(\\d{1,2})(?:(?::|h|(?<=kl\\.? \\d{1,2}|klo \\d{1,2})\\.)(\\d\\d)|時(\\d\\d?)分)(?::(\\d\\d)(?:[.,:]\\d+)?)?\\s?"
            + HALF + "\\.?(?:\\s?uhr|\\s?hrs?)?\\s?\\(?" + ZONE);
    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\d:.])(\\d{1,2}):(\\d\\d)\\s?" + HALF + "\\.?(?:\\s?uhr)?\\s?" + ZONE + "[\\s,،|•·–—-]*$");
    private static final Pattern BRACKETED = Pattern.compile("\\s?(?:г\\.|года?)?\\s?\\(" + ZONE + "\\)");
    private static final int REACH = 24;
    private static final int NOON = 12;
    private static final int MIDNIGHT = 24;

    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("z", "Z"),
            Map.entry("utc", "Z"),
            Map.entry("gmt", "Z"),
            Map.entry("est", "-05:00"),
            Map.entry("edt", "-04:00"),
            Map.entry("cst", "-06:00"),
            Map.entry("cdt", "-05:00"),
            Map.entry("mst", "-07:00"),
            Map.entry("mdt", "-06:00"),
            Map.entry("pst", "-08:00"),
            Map.entry("pdt", "-07:00"),
            Map.entry("cet", "+01:00"),
            Map.entry("mez", "+01:00"),
            Map.entry("cest", "+02:00"),
            Map.entry("mesz", "+02:00"),
            Map.entry("eet", "+02:00"),
            Map.entry("eest", "+03:00"),
            Map.entry("msk", "+03:00"),
            Map.entry("мск", "+03:00"),
            Map.entry("jst", "+09:00"));
    private static final Pattern NUMERIC = Pattern.compile("(?:utc|gmt)?\\s?([+-])(\\d{1,2}):?(\\d\\d)?");

    private TimeOfDay() {}

    /** The day that stands in a text at [start, end), with the time of day if there is one beside it. */
    static PageDate beside(String text, int start, int end, LocalDate day) {
        var behind = BEHIND.matcher(text).region(end, Math.min(text.length(), end + 3 * REACH));
        if (behind.lookingAt()) {
            var minutes = behind.group(2) == null ? behind.group(3) : behind.group(2);
            var time = time(behind.group(1), minutes, behind.group(4), behind.group(5));
            if (time != null) {
                return PageDate.of(day.atTime(time), offset(behind.group(6)));
            }
        }
        var before = BEFORE.matcher(text).region(Math.max(0, start - REACH), start);
        var time = before.find() ? time(before.group(1), before.group(2), null, before.group(3)) : null;
        return time == null ? PageDate.of(day) : PageDate.of(day.atTime(time), zone(before.group(4), text, end));
    }

    /** "14:20, 25 February (UTC+5)": the zone may stand behind the date even where the time does not. */
    private static @Nullable ZoneOffset zone(@Nullable String named, String text, int end) {
        var behind = BRACKETED.matcher(text).region(end, text.length());
        return named == null && behind.lookingAt() ? offset(behind.group(1)) : offset(named);
    }

    private static @Nullable LocalTime time(
            String hours, String minutes, @Nullable String seconds, @Nullable String half) {
        int hour = Integer.parseInt(hours);
        if (half != null && hour <= NOON) {
            hour = hour % NOON + (half.charAt(0) == 'p' ? NOON : 0);
        }
        hour = hour == MIDNIGHT ? 0 : hour;
        int minute = Integer.parseInt(minutes);
        int second = seconds == null ? 0 : Math.min(59, Integer.parseInt(seconds));
        return hour < MIDNIGHT && minute < 60 ? LocalTime.of(hour, minute, second) : null;
    }

    private static @Nullable ZoneOffset offset(@Nullable String zone) {
        if (zone == null) {
            return null;
        }
        var known = ZONES.get(zone);
        return known != null ? ZoneOffset.of(known) : numeric(NUMERIC.matcher(zone));
    }

    private static @Nullable ZoneOffset numeric(Matcher match) {
        if (!match.matches()) {
            return null;
        }
        int minutes =
                Integer.parseInt(match.group(2)) * 60 + (match.group(3) == null ? 0 : Integer.parseInt(match.group(3)));
        return minutes > 18 * 60
                ? null
                : ZoneOffset.ofTotalSeconds((match.group(1).equals("-") ? -60 : 60) * minutes);
    }
}
