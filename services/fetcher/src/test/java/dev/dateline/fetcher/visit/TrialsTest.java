package dev.dateline.fetcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceAction;
import dev.dateline.schema.SourceCommand;
import dev.dateline.schema.SourceTrial;
import dev.dateline.schema.TrialItem;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator who wants to see what a poll would give. */
class TrialsTest {
    private static final String A = "https://news.example/a";
    private static final String B = "https://news.example/b";

    private final FrontierBench bench = new FrontierBench();
    private int orders;

    @BeforeEach
    void poll() {
        bench.web.put(A, FrontierBench.content(A, "a"));
        bench.list(A);
        bench.work();
        bench.now = bench.now.plusSeconds(10);
    }

    private SourceCommand order(String sourceId, @Nullable String url) {
        return SourceCommand.newBuilder()
                .setCommandId("order-" + orders++)
                .setSourceId(sourceId)
                .setAction(SourceAction.TEST)
                .setIssuedAt(bench.now)
                .setIssuedBy("night-shift")
                .setUrl(url)
                .build();
    }

    private SourceTrial test(String sourceId, @Nullable String url) {
        bench.frontier.test(order(sourceId, url));
        bench.work();
        return bench.trials.get(bench.trials.size() - 1);
    }

    @Test
    void shouldTellWhatAPollWouldGiveAndChangeNothing() {
        bench.list(A, B);
        var visits = Map.copyOf(bench.visits);

        var trial = test("example", null);

        assertThat(trial.getCommandId()).isEqualTo("order-0");
        assertThat(trial.getSourceId()).isEqualTo("example");
        assertThat(trial.getHttpStatus()).isEqualTo(200);
        assertThat(trial.getListed()).isEqualTo(2);
        assertThat(trial.getFresh()).isEqualTo(1);
        assertThat(trial.getItems()).extracting(TrialItem::getSeen).containsExactly(true, false);
        assertThat(trial.getProblem()).isNull();
        assertThat(bench.visits).isEqualTo(visits);
        assertThat(bench.articles).hasSize(1);
    }

    @Test
    void shouldTestAnAddressThatIsNoSources() {
        var trial = test("", FrontierBench.FEED);
        assertThat(trial.getSourceId()).isNull();
        assertThat(trial.getItems())
                .singleElement()
                .satisfies(item -> assertThat(item.getSeen()).isTrue());
    }

    @Test
    void shouldTestAPausedSource() {
        bench.frontier.put(Source.newBuilder(bench.source()).setEnabled(false).build());
        assertThat(test("example", null).getListed()).isEqualTo(1);
    }

    @Test
    void shouldSayInWordsWhatTheGuardRefuses() {
        var url = "http://intranet.example/feed";
        bench.web.put(
                url,
                new Answer.Refused(
                        null,
                        FrontierBench.trip(url),
                        FetchFailure.BLOCKED_ADDRESS,
                        "intranet.example is at 10.0.0.7",
                        null));
        assertThat(test("", url).getProblem())
                .isEqualTo(
                        "Our own guard refuses it: not an address of the public web: intranet.example is at 10.0.0.7");
        assertThat(test("", "https://news.example/none").getProblem()).isEqualTo("There is nothing at this address.");
    }

    @Test
    void shouldCarryAnOrderOutOnceHoweverOftenItIsRead() {
        var order = order("example", null);
        bench.frontier.test(order);
        bench.work();
        bench.frontier.test(order);
        bench.work();
        assertThat(bench.trials).hasSize(1);
    }

    @Test
    void shouldPassOverOrdersThatNobodyWaitsForAnyMore() {
        var order = order("example", null);
        bench.now = bench.now.plus(Trials.PATIENCE).plusSeconds(1);
        bench.frontier.test(order);
        bench.work();
        assertThat(bench.trials).isEmpty();
    }

    @Test
    void shouldSayThatItsHostHasAskedToWait() {
        bench.askToWait(Duration.ofHours(6));
        assertThat(test("example", null).getProblem()).contains("may be asked again at 2026-03-01T18:00");
        assertThat(bench.outcomes).doesNotContainKey("tried");
    }

    @Test
    void shouldBeginOnlySoMany() {
        bench.askToWait(Duration.ofMinutes(1));
        for (var i = 0; i <= Trials.MOST; i++) {
            bench.frontier.test(order("example", null));
        }
        assertThat(bench.trials)
                .singleElement()
                .satisfies(trial -> assertThat(trial.getProblem()).contains("So many tests wait"));
        bench.now = bench.now.plus(Duration.ofMinutes(2));
        bench.work();
        assertThat(bench.trials).hasSize(Trials.MOST + 1);
    }

    @Test
    void shouldSayThatTheSourceIsGone() {
        assertThat(test("unknown", null).getProblem()).contains("does not look after such a source");
    }
}
