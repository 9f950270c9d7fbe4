package dev.dateline.standalone.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.operate.Order;
import dev.dateline.kafka.operate.SourceDesk;
import dev.dateline.kafka.operate.TakedownDesk;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.tagger.taxonomy.TaxonomyPublisher;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;

/**
 * Runs the present version on a little news, has an operator do one thing of each kind, and keeps what outlives the program. Which
 * article had which fate is told by the constants; {@link UpgradeIT} goes on with them.
 */
final class ReleaseRecorder {
    static final int ORIGINAL_WITH_A_COPY = 0;
    static final int EDITED = 1;
    static final int WITHDRAWN = 2;
    static final int TAKEN_DOWN = 3;

    static final String OWN_THEME = "custom:lithium";

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private ReleaseRecorder() {}

    static void record(Release release, Path data) throws Exception {
        Files.createDirectories(release.folder());
        try (var site = new SteadySite();
                var program = new WholeProgram(data)) {
            keepForEver(program);
            operate(program, site);
            tell(program);
            program.settle();
            Files.writeString(release.contents(), contents(program));
            Files.writeString(release.tables(), TableText.dump(program.databaseUrl()));
        }
        ZippedFolder.zip(data.resolve("kafka"), release.log());
        release.seal();
    }

    /** Else a broker of next year would delete what is kept, and one whose clock is behind would refuse what comes after it. */
    private static void keepForEver(WholeProgram program) throws Exception {
        try (var admin = program.admin()) {
            var keep = List.of(
                    new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET),
                    new AlterConfigOp(
                            new ConfigEntry("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE)),
                            AlterConfigOp.OpType.SET));
            admin.incrementalAlterConfigs(admin.listTopics().names().get().stream()
                            .collect(Collectors.toMap(
                                    topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic), topic -> keep)))
                    .all()
                    .get();
        }
    }

    private static void operate(WholeProgram program, SteadySite site) throws Exception {
        var kafka = program.standalone().kafka();
        var own = OwnTaxonomy.of(
                "",
                List.of(new TaxonomyFile(
                        "themes/lithium.yaml",
                        "- {id: custom:lithium, label: lithium, slug: lithium, terms: {en: {3: lithium}}}\n")));
        new TaxonomyPublisher(kafka).apply(own, Instant.now(), Tagger.load().taxonomyVersion());
        new SourcePublisher(kafka)
                .publish(List.of(SteadySite.source(SteadySite.POLLED), SteadySite.source(SteadySite.PAUSED)));
        await().atMost(PATIENCE)
                .until(() -> List.of(SteadySite.POLLED, SteadySite.PAUSED).stream()
                        .allMatch(outlet -> site.asked(outlet).stream()
                                .anyMatch(each -> each.path().equals("/ferry"))));
        var desk = new SourceDesk(kafka);
        assertThat(desk.enable(SteadySite.PAUSED, false, new Order("recorder", "to be found paused", false)))
                .isTrue();
        assertThat(desk.fetchNow(SteadySite.POLLED, new Order("recorder", null, false)))
                .isTrue();
    }

    private static void tell(WholeProgram program) throws Exception {
        var start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        for (var number = 0; number < OldNews.COUNT; number++) {
            program.send(OldNews.article(number, start.plusMillis(number)));
        }
        program.send(OldNews.copy(ORIGINAL_WITH_A_COPY, start.plusMillis(100)));
        program.send(OldNews.edited(EDITED, start.plusMillis(200)));
        program.send(OldNews.gone(WITHDRAWN, start.plusMillis(300)));
        var raw = program.topics().raw().name();
        try (var producer = Clients.producer(program.standalone().kafka(), "test")) {
            producer.send(new ProducerRecord<>(raw, "poison", "no record at all".getBytes(StandardCharsets.UTF_8)));
        }
        program.settle();
        var victim = program.values(program.topics().clean()).stream()
                .filter(article -> article.getArticleId().equals(OldNews.id(TAKEN_DOWN)))
                .findFirst()
                .orElseThrow();
        new TakedownDesk(program.standalone().kafka())
                .withdraw(List.of(TakedownDesk.Target.of(victim)), new Order("recorder", "a court says so", false));
        program.settle();
        await().atMost(PATIENCE)
                .until(() -> program.query(
                                "SELECT status FROM article WHERE article_id = '" + OldNews.id(TAKEN_DOWN) + "'")
                        .equals(List.of("WITHDRAWN")));
    }

    private static String contents(WholeProgram program) throws Exception {
        return program.counts().entrySet().stream()
                .map(topic -> "%5d %s%n".formatted(topic.getValue(), topic.getKey()))
                .collect(Collectors.joining("", "Records that can be read, by topic\n", ""));
    }
}
