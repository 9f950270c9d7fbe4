package dev.dateline.standalone.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.ThemeTag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The present version on what each kept version left behind: the broker's log and the tables. Local state is gone, so the stores
 * come from their changelogs. Then news comes that is judged rightly only by what the old version knew.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class UpgradeIT {
    private static final Duration SOON = Duration.ofSeconds(40);

    /** Of the outlet whose articles are kept, but not among them. */
    private static final int NEW = 40;

    /** Whose copy comes only now. */
    private static final int LATER_COPIED = 5;

    private static final int LATER_EDITED = 6;
    private static final int LATER_GONE = 7;

    @TempDir
    Path data;

    static Stream<Release> releases() throws Exception {
        return Release.all().stream();
    }

    @ParameterizedTest
    @MethodSource("releases")
    void shouldGoOnFromWhatAnEarlierVersionLeft(Release release) throws Exception {
        ZippedFolder.unzip(release.log(), data.resolve("kafka"));
        restoreTables(release);
        try (var site = new SteadySite();
                var program = new WholeProgram(data)) {
            var after = newestIngest(program).plusSeconds(60);
            program.send(OldNews.copy(LATER_COPIED, after));
            program.send(OldNews.edited(LATER_EDITED, after));
            program.send(OldNews.gone(LATER_GONE, after));
            program.send(OldNews.article(ReleaseRecorder.TAKEN_DOWN, after));
            program.send(OldNews.article(NEW, after));

            shouldKnowWhatWasTold(program, after);
            shouldKnowHowWordsAreTaggedAndWhatIsRepeated(program);
            shouldTakeBackWhatWasRouted(program);
            shouldGoOnInTheTables(program);
            shouldRememberSites(program, site);
            assertThat(program.records(program.topics().deadLetter().name()))
                    .as("the old version sent one record to the dead letters, this one none")
                    .hasSize(1);
        }
    }

    private void restoreTables(Release release) throws Exception {
        var database = EmbeddedDatabase.in(data.resolve("postgres"), 0);
        database.start();
        try {
            TableText.restore(Files.readString(release.tables()), database.url());
        } finally {
            database.close();
        }
    }

    private static Instant newestIngest(WholeProgram program) {
        return program.records(program.topics().clean().name()).stream()
                .map(ConsumerRecord::timestamp)
                .max(Long::compare)
                .map(Instant::ofEpochMilli)
                .orElseThrow();
    }

    private static void shouldKnowWhatWasTold(WholeProgram program, Instant after) {
        var copy = id(OldNews.url("beta", LATER_COPIED));
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(program.values(program.topics().duplicate()))
                    .filteredOn(
                            duplicate -> duplicate.getArticle().getArticleId().equals(copy))
                    .extracting(DuplicateArticle::getDuplicateOf)
                    .containsExactly(OldNews.id(LATER_COPIED));
            assertThat(of(
                            program,
                            program.topics().enriched(),
                            EnrichedArticle::getArticleId,
                            OldNews.id(LATER_EDITED)))
                    .extracting(EnrichedArticle::getVersion)
                    .containsExactly(1, 2);
            assertThat(of(
                            program,
                            program.topics().disposition(),
                            Disposition::getArticleId,
                            OldNews.id(ReleaseRecorder.TAKEN_DOWN)))
                    .filteredOn(trace -> trace.getAt().equals(after))
                    .extracting(Disposition::getReason)
                    .containsExactly("taken_down");
        });
    }

    private static void shouldKnowHowWordsAreTaggedAndWhatIsRepeated(WholeProgram program) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(of(program, program.topics().enriched(), EnrichedArticle::getArticleId, OldNews.id(NEW)))
                    .flatExtracting(EnrichedArticle::getThemes)
                    .extracting(ThemeTag::getCode)
                    .contains(ReleaseRecorder.OWN_THEME);
        });
        assertThat(of(program, program.topics().clean(), CleanArticle::getArticleId, OldNews.id(0)))
                .extracting(CleanArticle::getText)
                .allSatisfy(text -> assertThat(text).contains(OldNews.REPEATED));
        assertThat(of(program, program.topics().clean(), CleanArticle::getArticleId, OldNews.id(NEW)))
                .extracting(CleanArticle::getText)
                .allSatisfy(text -> assertThat(text).doesNotContain(OldNews.REPEATED));
    }

    /** The router remembers where it sent an article. */
    private static void shouldTakeBackWhatWasRouted(WholeProgram program) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(program.records("news.region.kz.v1"))
                        .filteredOn(record -> record.key().equals(OldNews.id(LATER_GONE)))
                        .last()
                        .satisfies(record -> assertThat(record.value()).isNull()));
    }

    private static void shouldGoOnInTheTables(WholeProgram program) {
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(program.query("SELECT version || status FROM article WHERE article_id IN ('"
                            + OldNews.id(LATER_EDITED) + "', '" + OldNews.id(LATER_GONE) + "', '"
                            + OldNews.id(ReleaseRecorder.EDITED) + "')"))
                    .containsExactlyInAnyOrder("2LIVE", "2WITHDRAWN", "2LIVE");
            assertThat(program.query("SELECT count(*) FROM article")).containsExactly(Integer.toString((int)
                    program.values(program.topics().enriched()).stream()
                            .map(EnrichedArticle::getArticleId)
                            .distinct()
                            .count()));
        });
    }

    /**
     * A page that was read is asked for changes only and not told again; so is its feed once the whole look of the day was taken,
     * for which a kept version is old enough. A paused source is left alone.
     */
    private static void shouldRememberSites(WholeProgram program, SteadySite site) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(site.asked(SteadySite.POLLED))
                        .extracting(SteadySite.Asked::path)
                        .contains(SteadySite.PAGE)
                        .filteredOn(SteadySite.FEED::equals)
                        .hasSizeGreaterThan(1));
        assertThat(site.asked(SteadySite.POLLED))
                .filteredOn(asked -> !asked.conditional())
                .extracting(SteadySite.Asked::path)
                .isIn(List.of(), List.of(SteadySite.FEED));
        assertThat(site.asked(SteadySite.PAUSED)).isEmpty();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(program.query(
                                "SELECT state FROM source_status WHERE source_id = '" + SteadySite.PAUSED + "'"))
                        .containsExactly(SourceState.PAUSED.name()));
        assertThat(program.records(program.topics().raw().name()))
                .filteredOn(record -> record.key().equals(id(SteadySite.page(SteadySite.POLLED))))
                .hasSize(1);
    }

    private static <V extends SpecificRecord> List<V> of(
            WholeProgram program, Topic<V> topic, Function<V, String> identity, String id) {
        return program.values(topic).stream()
                .filter(value -> identity.apply(value).equals(id))
                .toList();
    }

    private static String id(String url) {
        return ArticleId.of(CanonicalUrl.parse(url).orElseThrow());
    }
}
