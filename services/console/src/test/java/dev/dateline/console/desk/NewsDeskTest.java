package dev.dateline.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.dateline.console.SampleNews;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.SourceState;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NewsDeskTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Entry.Place PLACE = new Entry.Place("topic", 0, 0);

    private final Notes notes = new Notes();
    private final NewsDesk desk = new NewsDesk(notes, NOON, Clock.systemUTC(), article -> Set.of());

    /** Writes down what it hears. */
    private static final class Notes implements NewsListener {
        private final List<String> heard = new ArrayList<>();

        @Override
        public void article(Entry entry) {
            heard.add(entry.summary().outcome().label() + " " + entry.summary().id());
        }

        @Override
        public void copies(String storyId, int count) {
            heard.add("copies of " + storyId + " " + count);
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
    void shouldForgetTheTextOfAWithdrawnArticleAndNotItsName() {
        bring(SampleNews.article("a", "To be withdrawn").build(), 1);
        bring(SampleNews.withdrawn("a"), 2);

        var shown = desk.find("a").orElseThrow().summary();
        assertThat(shown.title()).isEqualTo("To be withdrawn");
        assertThat(shown.excerpt()).isEmpty();
    }

    @Test
    void shouldTellOfACopyWhatItCopiesAndWhatThatIsAbout() {
        bring(
                SampleNews.article("a", "A dam is opened")
                        .setRegions(List.of(SampleNews.region("TJ", RegionRole.ABOUT, "Tajikistan")))
                        .build(),
                1);
        desk.duplicate(SampleNews.copy("b", "a"), Instant.ofEpochSecond(2), PLACE);

        var copy = desk.find("b").orElseThrow().summary();
        assertThat(copy.match()).isNotNull().extracting(Summary.Match::title).isEqualTo("A dam is opened");
        assertThat(desk.newest(new ArticleFilter("", "copy", "TJ", "", "", ""), 10))
                .extracting(Summary::id)
                .containsExactly("b");
    }

    @Test
    void shouldNameWhatWasLost() {
        desk.source("steppe-herald", SampleNews.source("steppe-herald", "Steppe Herald", SourceState.OK));
        var lost = SampleNews.disposition("a", "clean", DispositionOutcome.DROPPED, "too_short");
        desk.disposition(Disposition.newBuilder(lost).setTitle("Dam filled").build());

        assertThat(desk.newest(ArticleFilter.ALL, 1))
                .extracting(Summary::outlet, Summary::title)
                .containsExactly(tuple("Steppe Herald", "Dam filled"));
    }

    @Test
    void shouldCutLongTextsWithoutBreakingACharacter() {
        bring(SampleNews.article("a", "Long").setText("a" + "😀".repeat(5_000)).build(), 1);

        assertThat(desk.find("a").orElseThrow().summary().excerpt())
                .hasSize(Entries.EXCERPT)
                .endsWith("😀…");
    }

    @Test
    void shouldNoLongerCountACopyThatBecameAnOriginal() {
        bring(SampleNews.article("root", "Root").build(), 1);
        desk.duplicate(SampleNews.copy("copy", "root"), NOON, PLACE);
        desk.duplicate(SampleNews.copy("other", "root"), NOON, PLACE);
        bring(SampleNews.article("copy", "Its own now").build(), 2);

        assertThat(desk.copies("root")).extracting(Summary::id).containsExactly("other");
        assertThat(desk.find("root").orElseThrow().summary().copies()).isEqualTo(1);
    }

    @Test
    void shouldKeepQuietUntilHistoryIsRead() {
        bring(SampleNews.article("old", "Old").build(), 1);
        desk.progress(true, true, 0);
        bring(SampleNews.article("new", "New").build(), 2);
        desk.duplicate(SampleNews.copy("copy", "new"), NOON, PLACE);

        assertThat(notes.heard).containsExactly("caught up", "original new", "copy copy", "copies of new 1");
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

    @Test
    void shouldShowWhatWentNoFurtherBesideAnEarlierVersionOfIt() {
        bring(SampleNews.article("a", "Read by all").build(), 1);
        desk.disposition(SampleNews.disposition("a", "dedup", DispositionOutcome.DROPPED, "unchanged"));
        desk.disposition(SampleNews.disposition("b", "clean", DispositionOutcome.DEAD_LETTERED, "malformed"));

        assertThat(desk.newest(ArticleFilter.ALL, 10))
                .extracting(Summary::outcome)
                .containsExactlyInAnyOrder(Fate.ORIGINAL, Fate.DROPPED, Fate.DEAD);
    }

    @Test
    void shouldSayHowFastArticlesAreAndForgetThatAfterAWhile() {
        var clock = new SettableClock(NOON);
        var timed = new NewsDesk(notes, NOON, clock, article -> Set.of());
        timed.progress(true, true, 0);
        for (var number = 1; number <= 20; number++) {
            clock.now = NOON.plusMillis(100L * number);
            timed.article("a" + number, SampleNews.article("a" + number, "").build(), NOON, PLACE);
        }

        assertThat(timed.overview().latencyMillis()).isEqualTo(1_900);
        clock.now = NOON.plus(Lately.WINDOW).plusSeconds(3);
        assertThat(timed.overview().latencyMillis()).isNull();
    }

    /** A clock that a test moves. */
    private static final class SettableClock extends Clock {
        private Instant now;

        private SettableClock(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
