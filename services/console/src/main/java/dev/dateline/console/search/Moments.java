package dev.dateline.console.search;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** Moments as clients write them: RFC 3339, or a date for its beginning in UTC. */
final class Moments {
    /** PostgreSQL keeps more; nobody has news of then. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Moments() {}

    static Optional<Instant> parse(String text) {
        try {
            var time = text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            return Optional.of(time).filter(Moments::isStorable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static boolean isStorable(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }
}
