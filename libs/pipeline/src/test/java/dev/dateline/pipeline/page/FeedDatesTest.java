package dev.dateline.pipeline.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedDatesTest {
    private static final Instant FETCHED = Instant.parse("2026-03-05T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        // the same minute, five hours ahead; the same day; a page that would be from the future
        "2026-03-05T14:20,       2026-03-05T09:20:41Z, true",
        "2026-03-05,             2026-03-04T20:10:00Z, true",
        "2026-03-05T16:03,       2026-03-05T11:01:00Z, true",
        // the page has its own zone; other minutes; other days; a feed from the future
        "2026-03-05T14:20+05:00, 2026-03-05T09:21:00Z, false",
        "2026-03-05T11:27,       2026-03-05T09:20:00Z, false",
        "2026-03-02,             2026-03-05T09:20:00Z, false",
        "2026-03-05T11:20,       2026-03-05T13:20:00Z, false"
    })
    void shouldBelieveTheFeedWhereThePageHasNoZone(String page, Instant feed, boolean settled) {
        var date = requireNonNull(DateParser.parse(page));
        assertThat(FeedDates.settle(date, feed, FETCHED)).isEqualTo(settled);
    }
}
