package dev.dateline.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceMetersTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final SourceMeters shown = new SourceMeters(meters, () -> NOON);

    @Test
    void shouldShowWhatIsNewOfASource() {
        shown.show(List.of(source("a").setState(SourceState.NEW).build()));
        assertThat(lastSuccess("a")).isNaN();

        shown.show(List.of(
                source("a").setLastSuccess(NOON).setConsecutiveFailures(3).build()));
        assertThat(lastSuccess("a")).isEqualTo(NOON.getEpochSecond());
        assertThat(meters.get("news.source.consecutive.failures").gauge().value())
                .isEqualTo(3);
    }

    @Test
    void shouldNotShowSourcesThatAreGoneOrPaused() {
        shown.show(List.of(source("a").build(), source("b").build(), source("c").build()));
        shown.show(List.of(
                source("a").build(), source("b").setState(SourceState.PAUSED).build()));
        assertThat(meters.find("news.source.last.success.timestamp.seconds").gauges())
                .extracting(gauge -> gauge.getId().getTag("source"))
                .containsExactly("a");
    }

    @Test
    void shouldBoundTheSourcesByName() {
        shown.show(IntStream.range(0, 600)
                .mapToObj(number -> source("s" + number).build())
                .toList());
        assertThat(meters.find("news.source.consecutive.failures").gauges()).hasSize(500);
    }

    private double lastSuccess(String source) {
        return meters.get("news.source.last.success.timestamp.seconds")
                .tag("source", source)
                .gauge()
                .value();
    }

    private static SourceStatus.Builder source(String id) {
        return SourceStatus.newBuilder()
                .setSourceId(id)
                .setName(id)
                .setUrl("https://" + id + ".example/feed")
                .setState(SourceState.OK)
                .setLastAttempt(NOON)
                .setNextAttempt(NOON);
    }
}
