package dev.dateline.fetcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.Source;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator who wants a poll at once. */
class FetchNowTest {
    private final FrontierBench bench = new FrontierBench();

    @BeforeEach
    void poll() {
        bench.list();
        bench.work();
    }

    @Test
    void shouldPollBeforeItIsDue() {
        bench.now = bench.now.plusSeconds(10);
        bench.frontier.fetchNow("example", bench.now);
        bench.work();

        assertThat(lastPoll()).isEqualTo(bench.now);
    }

    @Test
    void shouldCarryAnOrderOutOnceHoweverOftenItIsRead() {
        bench.now = bench.now.plusSeconds(10);
        var issued = bench.now;
        bench.frontier.fetchNow("example", issued);
        bench.work();
        bench.now = bench.now.plusSeconds(10);
        bench.frontier.fetchNow("example", issued);
        bench.work();

        assertThat(lastPoll()).isEqualTo(issued);
    }

    @Test
    void shouldPassOverWhatIsPausedOrUnknown() {
        var before = bench.now;
        bench.frontier.put(Source.newBuilder(bench.source()).setEnabled(false).build());
        bench.now = bench.now.plus(Duration.ofMinutes(1));
        bench.frontier.fetchNow("example", bench.now);
        bench.frontier.fetchNow("unknown", bench.now);
        bench.work();

        assertThat(lastPoll()).isEqualTo(before);
    }

    private Instant lastPoll() {
        return bench.visits.get(FrontierBench.FEED).getLastAttempt();
    }
}
