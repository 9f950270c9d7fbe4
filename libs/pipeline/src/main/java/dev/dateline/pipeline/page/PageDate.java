package dev.dateline.pipeline.page;

import java.time.Instant;

/**
 * A date that a page gives.
 *
 * @param instant the moment; midnight UTC when the page gives a day only, UTC when it gives no offset
 * @param text ISO 8601, as precise as the page is and with its own offset
 */
record PageDate(Instant instant, String text) {}
