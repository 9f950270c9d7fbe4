package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.pipeline.DropReason;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Sketch;
import dev.dateline.testkit.Articles;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Verdicts on articles that should not be, and on those at the ends of what may be. */
class BadInputTest {
    private static final Instant NOW = Articles.FETCHED;
    private static final Instant FUTURE = NOW.plus(Duration.ofDays(2_000));

    private final BytesInMemory states = new BytesInMemory();
    private Deduplicator deduplicator = new Deduplicator(states, DeduplicatorConfig.DEFAULT);
    private long position;

    @Test
    void shouldTakeArticlesWithoutTextForOriginals() {
        assertThat(judge(DedupRecords.live("a", "Same title", "").build()).unique())
                .isPresent();
        assertThat(judge(DedupRecords.live("b", "Same title", " \n… ").build()).unique())
                .isPresent();
    }

    @Test
    void shouldFindCopiesOfAnUnknownLanguage() {
        judge(DedupRecords.version("a", "A", 0).setLanguage("und").build());
        assertThat(judge(DedupRecords.version("b", "A", 0).setLanguage("tlh").build())
                        .duplicate())
                .isPresent();
    }

    @Test
    void shouldFindCopiesByAClockThatIsAhead() {
        judge(DedupRecords.version("a", "A", 0)
                .setFetchedAt(FUTURE)
                .setEventTime(FUTURE)
                .build());
        assertThat(judge(DedupRecords.version("b", "A", 0)
                                .setFetchedAt(FUTURE)
                                .setEventTime(FUTURE)
                                .build())
                        .duplicate())
                .isPresent();
    }

    /** Otherwise no edit of that article would be seen until that clock was right. */
    @Test
    void shouldOrderVersionsByTheLogWhenAClockIsAhead() {
        judge(DedupRecords.version("a", "A", 0).setFetchedAt(FUTURE).build());
        assertThat(judge(DedupRecords.version("a", "A1", 0).setFetchedAt(FUTURE).build(), NOW.plusSeconds(60))
                        .unique())
                .hasValueSatisfying(it -> assertThat(it.getVersion()).isEqualTo(2));
        assertThat(judge(DedupRecords.version("a", "A2", 0).build(), NOW.plus(Duration.ofHours(2)))
                        .dropped())
                .contains(DropReason.SUPERSEDED);
        assertThat(judge(DedupRecords.version("a", "A2", 180).build(), NOW.plus(Duration.ofHours(3)))
                        .unique())
                .hasValueSatisfying(it -> assertThat(it.getVersion()).isEqualTo(3));
    }

    @Test
    void shouldFindCopiesOfTextsOfTwoHundredKilobytes() {
        var text = longText(200_000);
        judge(DedupRecords.live("a", "Report", text).build());
        assertThat(judge(DedupRecords.live("b", "Report", text).build()).duplicate())
                .hasValueSatisfying(it -> assertThat(it.getSimilarity()).isEqualTo(1));
        assertThat(judge(DedupRecords.live("c", "Report", longText(190_000)).build())
                        .duplicate())
                .isPresent();
        assertThat(judge(DedupRecords.version("d", "A", 0).build()).unique()).isPresent();
        assertThat(states.content().get("a").remaining())
                .as("a state has a bound")
                .isLessThan(4_000);
    }

    @Test
    void shouldTellCopiesFromReportsOfThirtyWords() {
        var words = PseudoText.of("A").split(" ");
        var short30 = String.join(" ", Arrays.copyOf(words, 30));
        var half = String.join(" ", Arrays.copyOf(words, 15)) + " "
                + String.join(" ", Arrays.copyOf(PseudoText.of("B").split(" "), 15));
        judge(DedupRecords.live("a", "Brief", short30).build());
        assertThat(judge(DedupRecords.live("b", "Brief", half).build()).unique())
                .as("half of it")
                .isPresent();
        assertThat(judge(DedupRecords.live("c", "Other title", short30).build()).duplicate())
                .isPresent();
    }

    /** A state that cannot be read back would stop every start from then on. */
    @Test
    void shouldRememberNothingOfABrokenSketch() {
        var article = DedupRecords.version("a", "A", 0);
        judge(article.build());
        var before = states.content().get("a");
        var broken = Sketch.newBuilder(article.getSketch())
                .setSignature(ByteBuffer.allocate(7))
                .build();
        var edit = DedupRecords.version("a", "A1", 5).setSketch(broken).build();
        assertThatThrownBy(() -> judge(edit)).hasMessageContaining("signature of 7 bytes");
        assertThat(states.content().get("a")).isEqualTo(before);
        deduplicator = new Deduplicator(states, DeduplicatorConfig.DEFAULT);
        assertThat(judge(DedupRecords.version("a", "A1", 5).build()).unique()).isPresent();
    }

    private static String longText(int characters) {
        var text = new StringBuilder();
        for (char name = 'A'; text.length() < characters; name++) {
            text.append(PseudoText.of(Character.toString(name))).append("\n\n");
        }
        return text.substring(0, characters);
    }

    private Judgement judge(CleanArticle article) {
        return judge(article, NOW);
    }

    private Judgement judge(CleanArticle article, Instant ingestTime) {
        return deduplicator.judge(article, ingestTime, position++);
    }
}
