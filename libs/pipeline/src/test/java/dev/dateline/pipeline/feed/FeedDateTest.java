package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class FeedDateTest {

    @ParameterizedTest
    @CsvFileSource(resources = "/dev/dateline/pipeline/feed/dates.csv", delimiter = '|')
    void shouldReadDate(String found, String moment) {
        assertThat(FeedDate.parse(found).map(Instant::toString).orElse(null)).isEqualTo(moment);
    }

    @Test
    void shouldReadNothingFromEmptyOrOverlongText() {
        assertThat(FeedDate.parse(" ")).isEmpty();
        assertThat(FeedDate.parse("2026-03-07" + " ".repeat(100) + "a")).isEmpty();
    }
}
