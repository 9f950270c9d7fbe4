package dev.dateline.pipeline.feed;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time of day and zone in a written date.
 *
 * @param zone UTC, and not sure, when the text names none that is known
 */
record FeedTime(Duration sinceMidnight, FeedZone zone) {
    private static final FeedZone UNNAMED = new FeedZone(ZoneOffset.UTC, false);
    /** A day is no moment, wherever it is. */
    private static final FeedTime MIDNIGHT = new FeedTime(Duration.ZERO, new FeedZone(ZoneOffset.UTC, true));

    private static final String HALF = "\\s*(?:(?i)(?<half>[ap])\\.?\\s?m\\b\\.?)?";
    private static final String EAST_ASIAN_HALF = "(?<asianHalf>上午|下午|午前|午後|오전|오후|凌晨|早上|中午|晚上)?\\s*";
    private static final Pattern CLOCK = Pattern.compile(EAST_ASIAN_HALF
            + "(?<![\\d:+-])(?<hour>\\d{1,2})(?::|\\s?[时時시点點]\\s?|\\s?[hH]\\s?(?=\\d))(?<minute>\\d{1,2})"
            + "(?:(?::|\\s?[分분]\\s?)(?<second>\\d{1,2})(?:[.,](?<fraction>\\d{1,9}))?)?(?!\\d)[秒초분分]?" + HALF);
    private static final Pattern COMPACT = Pattern.compile(
            "(?<=\\d[Tt])(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})?(?:[.,](?<fraction>\\d{1,9}))?");
    /** {@code 9.30}, where no more figures follow that would make it a day. */
    private static final Pattern DOTTED =
            Pattern.compile("(?<=[\\s,])(?<hour>\\d{1,2})\\.(?<minute>\\d{2})(?=\\s*(?:[\\p{L}(+-]|$))" + HALF);

    private static final Pattern HOUR =
            Pattern.compile("(?i)(?<![\\d.:])(?<hour>\\d{1,2})\\s?(?<half>[ap])\\.?m\\b\\.?");

    /** Finds the first time of day, and the zone behind it. */
    static FeedTime find(String date) {
        for (var form : new Pattern[] {CLOCK, COMPACT, DOTTED, HOUR}) {
            var match = form.matcher(date);
            if (match.find()) {
                var zone = FeedZone.find(date.substring(match.end()));
                return new FeedTime(sinceMidnight(form, match), zone.orElse(UNNAMED));
            }
        }
        return MIDNIGHT;
    }

    private static Duration sinceMidnight(Pattern form, Matcher time) {
        var hour = hour(number(time.group("hour")), half(form, time));
        var hasSeconds = form == CLOCK || form == COMPACT;
        var minute = form == HOUR ? 0 : number(time.group("minute"));
        var second = hasSeconds ? number(time.group("second")) : 0;
        if (hour > 24 || minute > 59 || second > 60) {
            throw new DateTimeException("no time of day");
        }
        var fraction = hasSeconds ? time.group("fraction") : null;
        return Duration.ofHours(hour).plusMinutes(minute).plusSeconds(second).plusMillis(millis(fraction));
    }

    /** Says which half of the day a time of twelve hours is in. */
    private static Optional<String> half(Pattern form, Matcher time) {
        if (form == COMPACT) {
            return Optional.empty();
        }
        var latin = Optional.ofNullable(time.group("half")).map(half -> half.toLowerCase(Locale.ROOT));
        return form == CLOCK
                ? latin.or(() -> Optional.ofNullable(time.group("asianHalf")).map(FeedTime::latin))
                : latin;
    }

    private static String latin(String asian) {
        return switch (asian) {
            case "下午", "午後", "오후", "中午", "晚上" -> "p";
            default -> "a";
        };
    }

    private static int hour(int written, Optional<String> half) {
        return half.isPresent() && written <= 12 ? written % 12 + (half.get().equals("p") ? 12 : 0) : written;
    }

    private static int millis(@Nullable String fraction) {
        return fraction == null ? 0 : number((fraction + "00").substring(0, 3));
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
