package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.pipeline.dedup.DeduplicatorConfig.SourcePair;
import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is compared with whom, and for how long. */
class HorizonTest {
    private static final Duration HORIZON = DeduplicatorConfig.DEFAULT_HORIZON;
    private static final Duration RETENTION = DeduplicatorConfig.DEFAULT_RETENTION;
    private static final Duration VERSIONS = DeduplicatorConfig.DEFAULT_VERSION_RETENTION;
    private static final Instant START = Articles.FETCHED;

    private final BytesInMemory states = new BytesInMemory();
    private Deduplicator deduplicator = new Deduplicator(states, DeduplicatorConfig.DEFAULT);
    private long position;

    @Test
    void shouldFindCopyAtTheHorizonOfEventTime() {
        judge(dated("a", START), START);
        assertThat(judge(dated("b", START.plus(HORIZON)), START).duplicate()).isPresent();
    }

    @Test
    void shouldNotCompareBeyondTheHorizonOfEventTime() {
        judge(dated("a", START), START);
        assertThat(judge(dated("b", START.plus(HORIZON).plusMillis(1)), START).unique())
                .isPresent();
        assertThat(judge(dated("c", START.minus(HORIZON).minusMillis(1)), START).unique())
                .isPresent();
    }

    @Test
    void shouldFindCopyAmongBackFilledArticlesOfAnotherYear() {
        var longAgo = START.minus(Duration.ofDays(365));
        judge(dated("now", START), START);
        assertThat(judge(dated("then", longAgo), START).unique()).isPresent();
        assertThat(judge(dated("then-too", longAgo.plusSeconds(60)), START).duplicate())
                .hasValueSatisfying(it -> assertThat(it.getDuplicateOf()).isEqualTo("then"));
    }

    @Test
    void shouldIgnoreTheHorizonWhenEitherArticleHasNoDate() {
        judge(dated("a", START), START);
        assertThat(judge(dated("b", Deduplicator.UNDATED), START).duplicate()).isPresent();
    }

    @Test
    void shouldCompareAllWithoutHorizon() {
        var config = new DeduplicatorConfig(
                DeduplicatorConfig.NO_HORIZON,
                DeduplicatorConfig.NO_HORIZON,
                DeduplicatorConfig.NO_HORIZON,
                Set.of(),
                Set.of());
        deduplicator = new Deduplicator(states, config);
        judge(dated("a", START), START);
        assertThat(judge(dated("b", START.plus(Duration.ofDays(900))), START.plus(Duration.ofDays(900)))
                        .duplicate())
                .isPresent();
    }

    @Test
    void shouldNotFindWhatTheLogsOwnTimeHasLeftBehind() {
        judge(dated("a", START), START);
        assertThat(judge(dated("b", START), START.plus(HORIZON)).duplicate()).isPresent();
        assertThat(judge(dated("c", START), START.plus(HORIZON).plus(HORIZON).plusMillis(1))
                        .unique())
                .isPresent();
    }

    @Test
    void shouldTakeTheLargestIngestTimeAsTheLogsOwn() {
        judge(dated("a", START), START);
        judge(DedupRecords.version("x", "X", 0).build(), START.plus(HORIZON).plusMillis(1));
        assertThat(judge(dated("b", START), START).unique()).isPresent();
    }

    @Test
    void shouldDropFromTheIndexWhatCanNoLongerBeFound() {
        judge(dated("a", START), START);
        judge(DedupRecords.version("x", "X", 0).build(), START.plus(HORIZON).plusMillis(1));
        judge(DedupRecords.version("y", "Y", 0).build(), START);
        assertThat(deduplicator.indexed()).isEqualTo(2);
    }

    @Test
    void shouldNeverCompareArticlesOfASwitchedOffSource() {
        deduplicator = new Deduplicator(
                states, new DeduplicatorConfig(HORIZON, RETENTION, VERSIONS, Set.of("archive"), Set.of()));
        judge(from("archive", "a"), START);
        assertThat(judge(from("paper", "b"), START).unique()).isPresent();
        assertThat(judge(from("archive", "c"), START).unique()).isPresent();
    }

    @Test
    void shouldNeverCompareASwitchedOffPairOfSources() {
        var pair = SourcePair.of("paper", "magazine");
        deduplicator =
                new Deduplicator(states, new DeduplicatorConfig(HORIZON, RETENTION, VERSIONS, Set.of(), Set.of(pair)));
        judge(from("magazine", "a"), START);
        assertThat(judge(from("paper", "b"), START).unique()).isPresent();
        assertThat(judge(from("agency", "c"), START).duplicate()).isPresent();
    }

    @Test
    void shouldTakeAnArticleThatCannotBeComparedAsAnOriginal() {
        var foreign = DedupRecords.version("b", "A", 0);
        judge(dated("a", START), START);
        assertThat(judge(foreign.setSketch(null).build(), START).unique()).isPresent();
    }

    @Test
    void shouldRefuseARetentionShorterThanTheHorizon() {
        assertThatThrownBy(() -> new DeduplicatorConfig(HORIZON, HORIZON.minusDays(1), VERSIONS, Set.of(), Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("horizon <= retention");
    }

    private Judgement judge(CleanArticle article, Instant ingestTime) {
        return deduplicator.judge(article, ingestTime, position++);
    }

    private static CleanArticle dated(String id, Instant eventTime) {
        return DedupRecords.version(id, "A", 0).setEventTime(eventTime).build();
    }

    private static CleanArticle from(String source, String id) {
        return DedupRecords.version(id, "A", 0).setSourceId(source).build();
    }
}
