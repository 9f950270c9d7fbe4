package dev.dateline.fetcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.visit.Task;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceMetersTest {
    static {
        Contracts.trust();
    }

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final SourceMeters shown = new SourceMeters(meters, () -> NOON);
    private final FetcherMetrics metrics = new FetcherMetrics(meters, () -> NOON);

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

    @Test
    void shouldCountRequestsBySourceAndForgetThemWithIt() {
        List.of("a", "a", "b").forEach(id -> metrics.count(poll(id), "unchanged"));
        assertThat(requests("a")).isEqualTo(2);

        metrics.show(List.of(source("b").build()));
        assertThat(meters.find(FetcherMetrics.REQUESTS.name()).counters())
                .extracting(counter -> counter.getId().getTag("source"))
                .containsExactly("b");
    }

    @Test
    void shouldCountRequestsOfSourcesWithoutAPlaceTogether() {
        IntStream.range(0, 502).forEach(number -> metrics.count(poll("s" + number), "unchanged"));
        assertThat(requests("other")).isEqualTo(2);
    }

    private double requests(String source) {
        return FetcherMetrics.REQUESTS
                .counter(meters, source, "feed", "unchanged")
                .count();
    }

    private static Task poll(String id) {
        var source = Source.newBuilder()
                .setId(id)
                .setName(id)
                .setUrl("https://" + id + ".example/feed")
                .setPublisher(Publisher.newBuilder().build())
                .build();
        return new Task.Poll(source, source.getUrl(), null, null);
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
