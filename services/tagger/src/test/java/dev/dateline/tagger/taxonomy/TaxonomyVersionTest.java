package dev.dateline.tagger.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaxonomyVersionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:15:30.7Z");
    private static final String SHIPPED = "2026-11-22-a1b2c3";
    private static final String DIGEST = "3fa94c0000";

    @Test
    void shouldNameSecondAndContent() {
        assertThat(TaxonomyVersion.next(NOW, "", SHIPPED, DIGEST))
                .isEqualTo("2026-11-22T10:15:30Z-3fa94c")
                .isGreaterThan(SHIPPED);
    }

    @Test
    void shouldBeGreaterThanTheOneBeforeWhateverTheClockSays() {
        assertThat(TaxonomyVersion.next(NOW, "2027-01-01T00:00:00Z-ffffff", SHIPPED, DIGEST))
                .isEqualTo("2027-01-01T00:00:01Z-3fa94c");
        assertThat(TaxonomyVersion.next(NOW, "2026-11-22T10:15:30Z-ffffff", SHIPPED, DIGEST))
                .isEqualTo("2026-11-22T10:15:31Z-3fa94c");
    }

    @Test
    void shouldBeGreaterThanShippedDataOfTomorrow() {
        assertThat(TaxonomyVersion.next(NOW, "", "2026-11-23-a1b2c3", DIGEST)).isGreaterThan("2026-11-23-ffffff");
    }

    @Test
    void shouldDoWithAForeignVersion() {
        assertThat(TaxonomyVersion.next(NOW, "spring", SHIPPED, DIGEST)).startsWith("2026-11-22T10:15:30Z");
    }
}
