package dev.dateline.standalone.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dateline.console.intake.GroupOffsets;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.operate.Order;
import dev.dateline.kafka.operate.TakedownDesk;
import dev.dateline.kafka.operate.TakedownDesk.Target;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.standalone.KafkaUsers;
import dev.dateline.standalone.Services;
import dev.dateline.standalone.drill.DrillSite;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every service as a user of its own, with the rights that {@link KafkaUsers} gives it and no other: news still comes through. */
@Tag("slow")
class LeastPrivilegeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OUTLET = "courier";
    private static final int ARTICLES = 3;

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static SecureBroker broker;
    private static EmbeddedDatabase database;
    private static DrillSite site;
    private static final List<Service> services = new ArrayList<>();

    @BeforeAll
    static void start() throws Exception {
        certificates = new Certificates(folder, "ours");
        broker = SecureBroker.withPasswords(certificates);
        database = EmbeddedDatabase.temporary();
        site = new DrillSite();
        site.outlet(OUTLET).items = ARTICLES;
        for (var user : KafkaUsers.all().entrySet()) {
            broker.add(user.getKey());
            broker.allow(user.getKey(), user.getValue());
        }
        var kafka = connection(KafkaUsers.OPERATOR);
        new TopicProvisioner(load(KafkaSettings.ALL, settings(KafkaUsers.OPERATOR)))
                .apply(kafka.topics().catalogue());
        try (var producer = Clients.producer(kafka, "test")) {
            producer.send(kafka.topics().source().record(OUTLET, site.source(OUTLET)))
                    .get();
        }
        for (var definition : Services.ALL) {
            services.add(started(definition.name()));
        }
    }

    @AfterAll
    static void stop() {
        for (int at = services.size() - 1; at >= 0; at--) {
            services.get(at).close();
        }
        site.close();
        database.close();
        broker.close();
    }

    @Test
    void shouldBringNewsFromTheWebToTheDatabase() {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored()).isEqualTo(ARTICLES));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(services)
                        .allSatisfy(service -> assertThat(service.health().state())
                                .as(service.name() + service.health())
                                .isEqualTo(Health.State.UP)));
    }

    @Test
    void shouldLetTheConsoleSeeHowFarEveryServiceIsOnEveryTopic() throws Exception {
        // No story is told here, so the sink is nowhere on them: somebody else is
        try (var admin = Admin.create(connection(KafkaUsers.OPERATOR).properties())) {
            admin.alterConsumerGroupOffsets(
                            "dateline-test", Map.of(new TopicPartition("news.story.v1", 0), new OffsetAndMetadata(0)))
                    .all()
                    .get();
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            var known = committed(KafkaUsers.OPERATOR);

            assertThat(known)
                    .contains("dateline-test news.story.v1", "dateline-fetcher news.fetch.request.v1")
                    .contains("dateline-clean news.article.raw.v1", "dateline-tag news.article.unique.v1");
            assertThat(committed("console")).isEqualTo(known);
            assertThat(committed(KafkaUsers.ACTING_CONSOLE)).isEqualTo(known);
        });
    }

    @Test
    void shouldLetAnActingConsoleTakeDownWhatOneThatLooksMayNot() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored()).isEqualTo(ARTICLES));
        var target = new Target(
                text("SELECT min(article_id) FROM article"),
                site.source(OUTLET).getUrl(),
                OUTLET,
                site.source(OUTLET).getPublisher());
        var order = new Order("somebody", "a test", false);

        assertThatThrownBy(() -> new TakedownDesk(connection("console")).withdraw(List.of(target), order))
                .hasStackTraceContaining("Authorization");
        new TakedownDesk(connection(KafkaUsers.ACTING_CONSOLE)).withdraw(List.of(target), order);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(count("SELECT count(*) FROM article WHERE status = 'WITHDRAWN'"))
                        .isOne());
    }

    @Test
    void shouldLetNoServiceWriteWhatAnotherAnswersFor() throws Exception {
        var enriched = connection(KafkaUsers.OPERATOR).topics().enriched().name();
        for (var service : List.of("fetcher", "cleaner", "deduplicator", "router", "sink", "console")) {
            try (var producer = Clients.producer(connection(service), "intruder")) {
                assertThatThrownBy(() -> producer.send(new ProducerRecord<>(enriched, "key", new byte[0]))
                                .get())
                        .as(service)
                        .hasCauseInstanceOf(AuthorizationException.class);
            }
        }
    }

    /** The groups that a user sees, each with the topics that it has a position on. */
    private static Set<String> committed(String user) throws Exception {
        try (var offsets = new GroupOffsets(connection(user), "test")) {
            var groups = offsets.groups(StreamsSettings.APPLICATION_PREFIX);
            var found = new TreeSet<String>();
            offsets.committed(groups)
                    .forEach((group, positions) ->
                            positions.keySet().forEach(partition -> found.add(group + " " + partition.topic())));
            return found;
        }
    }

    private static Service started(String name) throws Exception {
        var definition = Services.ALL.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        var values = new HashMap<>(Map.of(
                "streams.state-directory",
                folder.resolve(name).toString(),
                "streams.standbys",
                "0",
                "sink.database-url",
                database.url(),
                "console.database-url",
                database.url(),
                "console.port",
                "0",
                "fetcher.allow-loopback",
                "true",
                "fetcher.allowed-ports",
                site.source(OUTLET).getUrl().replaceAll(".*:(\\d+)/.*", "$1"),
                "fetcher.host-spacing",
                "10ms"));
        values.putAll(settings(name));
        var settings = load(definition.settings(), values);
        var service = definition.factory().create(new Environment(settings, new SimpleMeterRegistry()));
        service.start();
        return service;
    }

    private static Settings load(Collection<Setting<?>> declared, Map<String, String> values) throws Exception {
        var loader = new SettingsLoader(declared);
        values.forEach((key, value) -> {
            var setting = key.replaceAll("-file$", "");
            if (declared.stream()
                    .anyMatch(each -> each.key().equals(key) || each.key().equals(setting))) {
                loader.set(key, value);
            }
        });
        return loader.load();
    }

    private static KafkaConnection connection(String user) throws Exception {
        return KafkaConnection.from(load(KafkaSettings.ALL, settings(user)));
    }

    private static Map<String, String> settings(String user) throws Exception {
        return Map.of(
                "kafka.bootstrap",
                broker.bootstrap(),
                "kafka.security",
                "scram",
                "kafka.ca-file",
                certificates.authority().toString(),
                "kafka.user",
                user,
                "kafka.password-file",
                broker.file(folder, SecureBroker.PASSWORD).toString(),
                "kafka.replication",
                "1",
                "kafka.max-partitions",
                "2");
    }

    private static int stored() throws SQLException {
        return count("SELECT count(*) FROM article");
    }

    private static int count(String query) throws SQLException {
        return Integer.parseInt(text(query));
    }

    private static String text(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
