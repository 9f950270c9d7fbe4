package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.DropReason;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.StoryCopy;
import dev.dateline.testkit.Articles;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long what is remembered: stories whole, versions for longer, by the log's own time. */
class RetentionTest {
    private static final Duration RETENTION = DeduplicatorConfig.DEFAULT_RETENTION;
    private static final Duration VERSIONS = DeduplicatorConfig.DEFAULT_VERSION_RETENTION;
    private static final Instant START = Articles.FETCHED;

    private final BytesInMemory states = new BytesInMemory();
    private final Deduplicator deduplicator = new Deduplicator(states, DeduplicatorConfig.DEFAULT);
    private long position;

    @ParameterizedTest
    @ValueSource(ints = {0, 29, 31, 89, 120})
    void shouldTakeAnEditForAVersionThroughoutTheRetentionOfVersions(int days) {
        judge("a", "A", START);
        var edit = judge("a", "A1", START.plus(Duration.ofDays(days)));
        assertThat(edit.unique()).hasValueSatisfying(it -> {
            assertThat(it.getVersion()).isEqualTo(2);
            assertThat(it.getEvent()).isEqualTo(EventType.UPDATED);
            assertThat(it.getChanges() == null)
                    .as("without a sketch nobody knows what changed")
                    .isEqualTo(days > 30);
        });
    }

    @Test
    void shouldKnowUnchangedAndWithdrawnArticlesThroughoutTheRetentionOfVersions() {
        judge("a", "A", START);
        judge("b", "B", START);
        assertThat(judge("a", "A", START.plus(VERSIONS)).dropped()).contains(DropReason.UNCHANGED);
        assertThat(judge(DedupRecords.withdrawal("b", 60_000).build(), START.plus(VERSIONS))
                        .unique())
                .hasValueSatisfying(it -> assertThat(it.getEvent()).isEqualTo(EventType.WITHDRAWN));
    }

    @Test
    void shouldTakeAnArticleThatComesBackAfterTheRetentionOfVersionsForANewOne() {
        judge("a", "A", START);
        var back = judge("a", "A1", START.plus(VERSIONS).plusMillis(1));
        assertThat(back.unique())
                .hasValueSatisfying(it -> assertThat(it.getVersion()).isEqualTo(1));
    }

    @Test
    void shouldCountALookAtAnArticleThatFoundNothingNew() {
        judge("a", "A", START);
        judge("a", "A", START.plus(VERSIONS));
        assertThat(judge("a", "A1", START.plus(VERSIONS).plus(VERSIONS)).unique())
                .hasValueSatisfying(it -> assertThat(it.getVersion()).isEqualTo(2));
    }

    @Test
    void shouldRememberACopyForAsLongAsItsRoot() {
        judge("a", "A", START);
        judge("b", "A", START);
        judge("a", "A1", START.plus(VERSIONS));
        var copy = judge("b", "A2", START.plus(VERSIONS).plus(VERSIONS));
        assertThat(copy.duplicate())
                .hasValueSatisfying(it -> assertThat(it.getVersion()).isEqualTo(2));
    }

    /** The root is new, under its old identity: what copied the article that was forgotten is not in its story. */
    @Test
    void shouldNotGiveARootThatCameBackTheCopiesOfTheForgottenOne() {
        judge("a", "A", START);
        judge("b", "A", START);
        var later = START.plus(VERSIONS).plusMillis(1);
        judge("a", "B", later);
        assertThat(judge("b", "A1", later).unique())
                .hasValueSatisfying(it -> assertThat(it.getVersion()).isEqualTo(1));
    }

    @Test
    void shouldRememberARootForAsLongAsItsCopies() {
        judge("a", "A", START);
        judge("b", "A", START);
        judge("b", "A1", START.plus(VERSIONS));
        assertThat(judge("a", "A2", START.plus(VERSIONS).plus(VERSIONS)).unique())
                .hasValueSatisfying(it -> assertThat(it.getVersion()).isEqualTo(2));
    }

    @Test
    void shouldPublishNoStoryOfWhichTheCopiesAreForgotten() {
        judge("a", "A", START);
        judge("b", "A", START);
        var later = START.plus(RETENTION).plusMillis(1);
        assertThat(judge("b", "A1", later).stories()).isEmpty();
        assertThat(judge("a", "A2", later).stories()).isEmpty();
        assertThat(judge("c", "A2", later).stories()).singleElement().satisfies(story -> {
            assertThat(story.getCopies()).extracting(StoryCopy::getArticleId).containsExactly("c");
            assertThat(story.getCopyCount()).isEqualTo(2);
        });
    }

    @Test
    void shouldNameABoundedNumberOfCopiesAndCountOn() {
        judge("a", "A", START);
        for (int i = 0; i <= Stories.MOST_COPIES; i++) {
            judge("b" + i, "A", START);
        }
        assertThat(judge("last", "A", START).stories()).singleElement().satisfies(story -> {
            assertThat(story.getCopies()).hasSize(Stories.MOST_COPIES);
            assertThat(story.getCopyCount()).isEqualTo(Stories.MOST_COPIES + 2);
        });
        assertThat(judge("last", "B", START).stories())
                .singleElement()
                .satisfies(story -> assertThat(story.getCopyCount()).isEqualTo(Stories.MOST_COPIES + 1));
    }

    @Test
    void shouldSweepTheStoreThinAndEmptyAsTheLogGoesOn() {
        for (int i = 0; i < 3 * Sweep.STATES_A_RECORD; i++) {
            judge("old" + i, Character.toString('A' + i), START);
        }
        look(START.plus(RETENTION).plusMillis(1));
        assertThat(states.size()).isLessThan(40_000);
        look(START.plus(VERSIONS).plusMillis(1));
        assertThat(states.content()).containsOnlyKeys("x");
    }

    /** One article, looked at often enough for a sweep of the whole store. */
    private void look(Instant at) {
        for (int i = 0; i < 32; i++) {
            judge("x", "X", at);
        }
    }

    private Judgement judge(String id, String text, Instant ingestTime) {
        var article = DedupRecords.version(id, text, 0)
                .setFetchedAt(ingestTime.plusMillis(position))
                .setEventTime(START);
        return judge(article.build(), ingestTime);
    }

    private Judgement judge(CleanArticle article, Instant ingestTime) {
        return deduplicator.judge(article, ingestTime, position++);
    }
}
