package dev.dateline.fetcher.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.fetcher.manners.Politeness;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.fetcher.terms.Secrets;
import dev.dateline.fetcher.terms.SourceTerms;
import dev.dateline.fetcher.visit.Due;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Task;
import dev.dateline.fetcher.visit.Turn;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Workers that meet a bug of ours: it costs one request, and neither the worker nor the host's turn. */
class WorkersTest {
    static {
        Contracts.trust();
    }

    private static final InstantSource CLOCK = InstantSource.system();
    private static final String FEED = "https://news.example/rss";

    private final BrokenWeb web = new BrokenWeb();
    private final HostGate gate = new HostGate(
            new Politeness(Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1), Duration.ofHours(6)),
            CLOCK,
            new Random(1));
    private final FetchSchedule<Due> schedule = new FetchSchedule<>(gate, CLOCK);
    private final Workers workers = new Workers(
            1,
            new TaskRunner(web, new SourceTerms(new Secrets(null, Map.of())), CLOCK),
            new Manners(gate, schedule),
            new SimpleMeterRegistry().timer("test"));

    @AfterEach
    void stop() {
        workers.close();
    }

    @Test
    void shouldOutliveAnException() throws InterruptedException {
        web.problem = new IllegalStateException("a bug");

        assertThat(poll().problem()).isEqualTo("java.lang.IllegalStateException: a bug");
        assertThat(poll().problem()).isEqualTo("java.lang.IllegalStateException: a bug");
    }

    @Test
    void shouldOutliveAPageThatIsTooDeepForAStack() throws InterruptedException {
        web.problem = null;

        assertThat(poll().problem()).isEqualTo("java.lang.StackOverflowError");
        assertThat(poll().problem()).isEqualTo("java.lang.StackOverflowError");
    }

    private Fetched.Crashed poll() throws InterruptedException {
        schedule.add("news.example", Instant.EPOCH, new Due.Poll("example", Instant.EPOCH));
        var ready = schedule.poll().orElseThrow(() -> new AssertionError("the host is still taken"));
        workers.begin(new Turn(ready, new Task.Poll(source(), FEED, null, null)));
        var taken = workers.take(1, Duration.ofSeconds(30));
        await().until(() -> workers.free() == 1);
        return (Fetched.Crashed) taken.get(0);
    }

    private static Source source() {
        return Source.newBuilder()
                .setId("example")
                .setName("Example")
                .setUrl(FEED)
                .setPublisher(Publisher.newBuilder().build())
                .build();
    }

    /** Throws what it is told to; else goes on for ever. */
    private static final class BrokenWeb implements Web {
        private RuntimeException problem;

        @Override
        public Answer fetch(Request request) {
            if (problem != null) {
                throw problem;
            }
            return fetch(request.unlessMatches("\"deeper\"", null));
        }

        @Override
        public Optional<RobotsVerdict> knownRules(WebUrl url) {
            return Optional.empty();
        }

        @Override
        public RobotsVerdict readRules(WebUrl url, Terms terms) {
            return new RobotsVerdict(true, "", false, null, Instant.MAX);
        }
    }
}
