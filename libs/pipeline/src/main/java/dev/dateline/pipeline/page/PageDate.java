package dev.dateline.pipeline.page;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * A date that a page gives.
 *
 * @param instant the moment; midnight UTC when the page gives a day only, UTC when it gives no offset
 * @param text ISO 8601, as precise as the page is and with its own offset
 */
record PageDate(Instant instant, String text) {
    private static final Pattern OFFSET = Pattern.compile("T.*(?:Z|[+-]\\d\\d:?\\d\\d(?::?\\d\\d)?)$");

    boolean isDay() {
        return text.indexOf('T') < 0;
    }

    boolean hasOffset() {
        return OFFSET.matcher(text).find();
    }
}
