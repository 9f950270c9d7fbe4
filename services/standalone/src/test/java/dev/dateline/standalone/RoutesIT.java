package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.operate.AuditLog;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.testkit.Articles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A route from the command line to its subscribers, on a real broker and a real database, while the router runs. */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class RoutesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TOPIC = "news.route.steppe-energy.v1";

    @TempDir
    Path folder;

    private static final Pattern COMMAND = Pattern.compile("^\\./dateline (.*?)(?: {2,}#.*)?$", Pattern.MULTILINE);
    private static final Pattern ARGUMENT = Pattern.compile("\"[^\"]*\"|'[^']*'|\\S+");

    private RoutedWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new RoutedWorld(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void shouldFillAndKeepARouteThatIsMadeChangedAndRemovedWhileTheRouterRuns() throws Exception {
        world.send(article("old", 1, "KZ", 0.9));
        world.send(article("elsewhere", 1, "UZ", 0.9));
        await().atMost(PATIENCE).until(() -> world.records("news.region.kz.v1").size() == 1);

        assertThat(world.run("routes", "add", "steppe-energy", "region = Kazakhstan and score >= 0.5"))
                .isZero();
        assertThat(world.out.toString()).contains("topic " + TOPIC + ", filled from 1 articles");
        await().atMost(PATIENCE).until(() -> held(TOPIC), Set.of("old")::equals);
        world.send(article("new", 1, "KZ", 0.9));
        world.send(article("unsure", 1, "KZ", 0.2));
        await().atMost(PATIENCE).until(() -> held(TOPIC), Set.of("old", "new")::equals);
        world.send(article("old", 2, "KZ", 0.1));
        await().atMost(PATIENCE).until(() -> held(TOPIC), Set.of("new")::equals);
        assertThat(newest(TOPIC).get("old").headers().lastHeader(EventHeaders.LEFT))
                .isNotNull();

        assertThat(world.run("routes", "add", "steppe-energy", "region = UZ")).isEqualTo(2);
        assertThat(world.err.toString()).contains("is there already", "--replace");
        assertThat(world.run("routes", "add", "steppe-energy", "region = UZ", "--replace"))
                .isZero();
        await().atMost(PATIENCE).until(() -> held(TOPIC), Set.of("elsewhere")::equals);
        assertThat(world.records("news.region.uz.v1"))
                .as("others notice nothing")
                .hasSize(1);

        var file = folder.resolve("route.jsonl");
        assertThat(world.run(
                        "export",
                        "--route=steppe-energy",
                        "--output=" + file,
                        "--set=sink.database-url=" + world.postgres.url()))
                .isZero();
        assertThat(Files.readAllLines(file))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("\"elsewhere\""));
        assertThat(world.run("export", "--route=stepe-energy")).isEqualTo(2);
        assertThat(world.err.toString()).contains("--route: there is no such route. Did you mean steppe-energy?");

        assertThat(world.run("routes", "list")).isZero();
        assertThat(world.out.toString()).contains("region in ('UZ') and role in ('ABOUT')");
        assertThat(world.run("routes", "remove", "steppe-enrgy")).isEqualTo(2);
        assertThat(world.err.toString()).contains("Did you mean steppe-energy?");
        assertThat(world.run("routes", "remove", "steppe-energy", "--note", "trial is over"))
                .isZero();
        world.send(article("later", 1, "UZ", 0.9));
        await().atMost(PATIENCE).until(() -> world.records("news.region.uz.v1").size() == 2);
        assertThat(held(TOPIC)).containsExactly("elsewhere");
        await().until(
                        () -> actions(),
                        List.of(OperatorAction.SET_ROUTE, OperatorAction.SET_ROUTE, OperatorAction.REMOVE_ROUTE)
                                ::equals);
    }

    @Test
    void shouldNameThePlaceOfWhatIsWrong() {
        assertThat(world.run("routes", "test", "region = Kasachstan")).isEqualTo(2);
        assertThat(world.err.toString()).contains("character 10, before Kasachstan", "Did you mean Kazakhstan?");
        assertThat(world.run("routes", "add", "Steppe Energy", "region = KZ")).isEqualTo(2);
        assertThat(world.err.toString()).contains("has no name for a topic");
    }

    @Test
    void shouldRunTheCommandsOfThePage() throws Exception {
        var page = Files.readString(Path.of("../../docs/routes.md"));
        var commands = COMMAND.matcher(page.substring(0, page.indexOf("## ")))
                .results()
                .toList();

        assertThat(commands).hasSize(7);
        for (var command : commands) {
            var arguments = ARGUMENT.matcher(command.group(1)
                            .replace("URL", world.postgres.url())
                            .replace(" --set kafka.bootstrap=127.0.0.1:PORT", ""))
                    .results()
                    .map(word -> word.group().replaceAll("^['\"]|['\"]$", ""))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (arguments.get(0).equals("tail")) {
                arguments.addAll(List.of("--limit", "0")); // else it follows for ever
            }
            assertThat(world.run(arguments.toArray(String[]::new)))
                    .as(command.group() + world.err)
                    .isZero();
        }
        assertThat(world.out.toString()).contains("topic news.route.central-asia-health.v1", "removed route");
    }

    private static EnrichedArticle article(String id, int version, String region, double score) {
        return Articles.enriched(id, version)
                .setRegions(List.of(new RegionTag(region, RegionRole.ABOUT, score, List.of())))
                .build();
    }

    private Map<String, ConsumerRecord<String, byte[]>> newest(String topic) {
        var newest = new HashMap<String, ConsumerRecord<String, byte[]>>();
        world.records(topic).forEach(record -> newest.put(record.key(), record));
        return newest;
    }

    /** What a subscriber has who takes tombstones seriously. */
    private Set<String> held(String topic) {
        var held = new HashSet<String>();
        newest(topic).forEach((id, record) -> {
            if (record.value() != null) {
                held.add(id);
            }
        });
        return held;
    }

    private List<OperatorAction> actions() {
        return new AuditLog(world.kafka)
                .entries().stream().map(AuditEntry::getAction).toList();
    }
}
