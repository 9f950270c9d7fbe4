package dev.dateline.fetcher.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {
    private static final String TEN_PAST = "Sat, 07 Mar 2026 09:40:00 GMT";
    private static final String DATE = "Sat, 07 Mar 2026 09:30:00 GMT";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=600 | PT10M",
                "public, Max-Age=600, s-maxage=9 | PT10M",
                "max-age=\"600\" | PT10M",
                "max-age=600, max-age=5 | PT10M",
                "max-age=31536000, immutable | P365D",
                "max-age=0 |",
                "max-age=-1 |",
                "max-age=soon |",
                "max-age=99999999999999999999 |",
                "no-cache, max-age=600 |",
                "max-age=600,no-store |",
                "no-cache=\"Set-Cookie\", max-age=600 |",
                "s-maxage=600 |",
                "x-max-age=600 |",
                "'' |",
            })
    void shouldReadCacheControl(String directives, Duration fresh) {
        assertThat(Freshness.of(directives, null, DATE, null)).isEqualTo(fresh);
    }

    @ParameterizedTest
    @CsvSource({"60, PT9M", "600, ", "9999, ", "young, PT10M", "-5, PT10M"})
    void shouldTakeOffTheAgeOfAKeptCopy(String age, Duration fresh) {
        assertThat(Freshness.of("max-age=600", null, null, age)).isEqualTo(fresh);
        assertThat(Freshness.of(null, TEN_PAST, DATE, age)).isEqualTo(fresh);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sat, 07 Mar 2026 09:40:00 GMT | PT10M",
                "Saturday, 07-Mar-26 09:40:00 GMT | PT10M",
                "Sat, 07 Mar 2026 09:30:00 GMT |",
                "Thu, 01 Jan 1970 00:00:00 GMT |",
                "0 |",
                "-1 |",
                "tomorrow |",
            })
    void shouldCountExpiresFromTheServersOwnDate(String expires, Duration fresh) {
        assertThat(Freshness.of(null, expires, DATE, null)).isEqualTo(fresh);
    }

    @ParameterizedTest
    @CsvSource({"max-age=60, PT1M", "max-age=0, ", "no-cache, ", "private, PT10M"})
    void shouldPreferCacheControlToExpires(String directives, Duration fresh) {
        assertThat(Freshness.of(directives, TEN_PAST, DATE, null)).isEqualTo(fresh);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"nothing, nothing", "soon, nothing"},
            nullValues = "nothing")
    void shouldNotGuessTheDate(String date, String age) {
        assertThat(Freshness.of(null, TEN_PAST, date, age)).isNull();
    }
}
