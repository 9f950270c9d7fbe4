package dev.dateline.console.search;

import dev.dateline.runtime.settings.SettingType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as clients write them: RFC 3339, a date for its beginning in UTC, or a duration for that long ago. */
public final class Moments {
    /** What a client can write, for messages. */
    public static final String FORMS =
            "a date such as 2026-03-01, a moment such as 2026-03-01T12:00:00Z, or that long ago, such as 7d";

    /** PostgreSQL keeps more; nobody has news of then. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private static final Pattern DURATION = Pattern.compile("\\d+[a-z]+");

    private Moments() {}

    /** Reads one; empty when it is none, or none that can be stored. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(moment(text)).filter(Moments::isStorable);
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static Instant moment(String text) {
        if (DURATION.matcher(text).matches()) {
            return Instant.now().minus(SettingType.DURATION.parser().apply(text));
        }
        return text.contains("T")
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static boolean isStorable(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }
}
