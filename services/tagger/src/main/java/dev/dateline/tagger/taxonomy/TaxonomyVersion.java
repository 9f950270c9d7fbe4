package dev.dateline.tagger.taxonomy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * Names versions of an operator's taxonomy, such as {@code 2026-11-22T10:15:30Z-3fa94c}: the second in which it was applied,
 * and the beginning of its digest. As text each is greater than the one before, and than the date of the shipped data, even
 * when the clock is behind: tables keep the tags of the greater one.
 */
final class TaxonomyVersion {
    private static final int DATE = 10;
    private static final int TIME = 20;
    private static final int DIGITS = 6;

    private TaxonomyVersion() {}

    /**
     * Names the next version.
     *
     * @param before the version in force; empty when there is none
     * @param shipped version of the shipped data, date first
     */
    static String next(Instant now, String before, String shipped, String digest) {
        var earliest = LocalDate.parse(shipped.substring(0, DATE))
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        var at = Stream.of(now.truncatedTo(ChronoUnit.SECONDS), earliest, after(before))
                .max(Instant::compareTo)
                .orElseThrow();
        return at + "-" + digest.substring(0, DIGITS);
    }

    private static Instant after(String before) {
        try {
            return Instant.parse(before.substring(0, Math.min(TIME, before.length())))
                    .plusSeconds(1);
        } catch (DateTimeParseException e) {
            return Instant.MIN; // none, or none of ours
        }
    }
}
