package dev.dateline.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.SampleNews;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.EnrichedArticle;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewsDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final Notes notes = new Notes();
    private final NewsDesk desk = new NewsDesk(notes, NOON, Clock.systemUTC());

    /** Writes down what it hears. */
    private static final class Notes implements NewsListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void article(Entry entry, Summary summary) {
            heard.add("article " + summary.id());
        }

        @Override
        public void duplicate(Copy copy, int copiesOfStory) {
            heard.add("copy " + copy.articleId() + " " + copiesOfStory);
        }

        @Override
        public void source(SourceBoard.Row row) {
            heard.add("source " + row.id());
        }

        @Override
        public void overview(Overview overview) {}

        @Override
        public void caughtUp() {
            heard.add("caught up");
        }
    }

    private void bring(EnrichedArticle article, int minute) {
        desk.article(
                article.getArticleId(), article, NOON.plusSeconds(60L * minute), new Entry.Place("topic", 0, minute));
    }

    private List<String> ids() {
        return desk.newest(ArticleFilter.ALL, 10).stream().map(Summary::id).toList();
    }

    @Test
    void shouldOrderByIntakeWhateverTheOrderOfArrival() {
        bring(SampleNews.article("second", "Second").build(), 2);
        bring(SampleNews.article("third", "Third").build(), 3);
        bring(SampleNews.article("first", "First").build(), 1);

        assertThat(ids()).containsExactly("third", "second", "first");
    }

    @Test
    void shouldShowOnlyTheNewestVersion() {
        bring(SampleNews.article("a", "Before").build(), 1);
        bring(SampleNews.article("b", "Other").build(), 2);
        bring(SampleNews.article("a", "After").setVersion(2).build(), 3);

        assertThat(desk.newest(ArticleFilter.ALL, 10))
                .extracting(Summary::title)
                .containsExactly("After", "Other");
    }

    @Test
    void shouldForgetTheTextOfAWithdrawnArticle() {
        bring(SampleNews.article("a", "To be withdrawn").build(), 1);
        bring(SampleNews.withdrawn("a"), 2);

        var shown = desk.detail("a").orElseThrow();
        assertThat(shown.article().title()).isEmpty();
        assertThat(shown.article().excerpt()).isEmpty();
        assertThat(shown.withdrawnReason()).isEqualTo("the publisher took it down");
    }

    @Test
    void shouldCutLongTextsWithoutBreakingACharacter() {
        bring(SampleNews.article("a", "Long").setText("a" + "😀".repeat(5_000)).build(), 1);

        assertThat(desk.detail("a").orElseThrow().article().excerpt())
                .hasSize(Entry.EXCERPT)
                .endsWith("😀…");
    }

    @Test
    void shouldNoLongerCountACopyThatBecameAnOriginal() {
        bring(SampleNews.article("root", "Root").build(), 1);
        desk.duplicate(SampleNews.copy("copy", "root"), NOON);
        desk.duplicate(SampleNews.copy("other", "root"), NOON);
        bring(SampleNews.article("copy", "Its own now").build(), 2);

        assertThat(desk.detail("root").orElseThrow().copies())
                .extracting(Copy::articleId)
                .containsExactly("other");
    }

    @Test
    void shouldKeepQuietUntilHistoryIsRead() {
        bring(SampleNews.article("old", "Old").build(), 1);
        desk.progress(true, true, 0);
        bring(SampleNews.article("new", "New").build(), 2);
        desk.duplicate(SampleNews.copy("copy", "new"), NOON);

        assertThat(notes.heard).containsExactly("caught up", "article new", "copy copy 1");
    }

    @Test
    void shouldSayThatKafkaDoesNotAnswer() {
        desk.progress(true, true, 0);
        desk.progress(false, true, 0);

        assertThat(desk.overview().state()).isEqualTo(Overview.State.CUT_OFF);
    }

    @Test
    void shouldBalanceTheFiguresOfAStage() {
        desk.disposition(SampleNews.disposition("a", "clean", DispositionOutcome.KEPT, null));
        desk.disposition(SampleNews.disposition("b", "clean", DispositionOutcome.DROPPED, "too_short"));
        desk.disposition(SampleNews.disposition("c", "clean", DispositionOutcome.DROPPED, "too_short"));
        desk.disposition(SampleNews.disposition("d", "clean", DispositionOutcome.DEAD_LETTERED, "malformed"));
        desk.disposition(SampleNews.disposition("a", "tag", DispositionOutcome.KEPT, null));

        var stages = desk.overview().stages();
        assertThat(stages).extracting(StageCounts.Stage::stage).containsExactly("clean", "tag");
        assertThat(stages.get(0).in()).isEqualTo(4);
        assertThat(stages.get(0).dropped()).containsEntry("too_short", 2L);
        assertThat(stages.get(0).dead()).containsEntry("malformed", 1L);
    }
}
