package dev.dateline.standalone;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.ConsoleService;
import dev.dateline.console.web.WebServer;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.AdminServer;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Program;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.sink.SinkConfig;
import java.io.File;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/**
 * Every service in one JVM, with a broker and a database of its own. All that it knows is in its data folder: started
 * again on the same folder, also after it was killed, it goes on where it was.
 */
public final class Standalone implements AutoCloseable {
    public static final Setting<Integer> KAFKA_PORT = Setting.of(
            "standalone.kafka-port", SettingType.port(), "0", "Port of the embedded broker; 0 takes a free one.");
    public static final Setting<Integer> DATABASE_PORT = Setting.of(
            "standalone.database-port",
            SettingType.port(),
            "0",
            "Port of the embedded PostgreSQL; 0 takes a free one.");

    static final List<Setting<?>> SETTINGS = List.of(KAFKA_PORT, DATABASE_PORT);

    /** One machine gains nothing from more, and with one the order of fetching is the order of the log. */
    private static final String PARTITIONS = "1";

    private final DataLock lock;
    private final File data;
    private final Settings settings;
    private final KafkaConnection kafka;
    private final Program program = new Program();
    private final Metrics metrics = new Metrics(PipelineMetrics.FILTERS);
    private final AdminServer admin;
    private final List<Service> services = new ArrayList<>();

    private Standalone(Settings settings, Path data, DataLock lock) throws StartException {
        this.settings = settings;
        this.data = data.toFile();
        this.lock = lock;
        this.kafka = KafkaConnection.from(settings);
        this.admin = AdminServer.start(settings, metrics, program);
    }

    /**
     * Starts everything; returns when the services run.
     *
     * @param data folder of the broker's log, the database and local state
     * @param options what the command line says
     * @param presets settings that a command wants different
     */
    public static Standalone start(Path data, SettingsOptions options, Map<Setting<?>, String> presets)
            throws StartException, InterruptedException {
        var declared = new LinkedHashSet<>(Services.settings());
        declared.addAll(SETTINGS);
        var lock = DataLock.take(data);
        try {
            WrittenBy.us().sign(data);
            var ports = options.load(declared, presets, Map.of());
            WebServer.requirePort(ConsoleConfig.from(ports));
            var broker = EmbeddedKafka.in(data.resolve("kafka"), ports.get(KAFKA_PORT));
            var database = EmbeddedDatabase.in(data.resolve("postgres"), ports.get(DATABASE_PORT));
            EmbeddedKafka.whenLost(() -> LostBroker.end(data, database));
            Map<Setting<?>, String> ours = Map.of(
                    KafkaSettings.BOOTSTRAP,
                    broker.bootstrap(),
                    KafkaSettings.MAX_PARTITIONS,
                    PARTITIONS,
                    KafkaSettings.REPLICATION,
                    "1",
                    StreamsSettings.STANDBYS,
                    "0",
                    StreamsSettings.STATE_DIRECTORY,
                    data.resolve("streams").toString(),
                    SinkConfig.URL,
                    database.url(),
                    ConsoleConfig.DATABASE_URL,
                    database.url());
            return started(new Standalone(options.load(declared, presets, ours), data, lock), broker, database);
        } catch (StartException | RuntimeException | InterruptedException e) {
            lock.close();
            throw e;
        }
    }

    private static Standalone started(Standalone standalone, EmbeddedKafka broker, EmbeddedDatabase database)
            throws StartException, InterruptedException {
        try {
            standalone.run(broker, database);
            return standalone;
        } catch (StartException | RuntimeException | InterruptedException e) {
            standalone.close();
            throw e;
        }
    }

    private void run(EmbeddedKafka broker, EmbeddedDatabase database) throws StartException, InterruptedException {
        StandaloneMetrics.watch(data, metrics.registry());
        program.startTogether(List.of(broker, database));
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
        var environment = new Environment(settings, metrics.registry());
        for (var definition : Services.ALL) {
            services.add(definition.factory().create(environment));
        }
        program.start(services);
        program.markReady();
    }

    public Settings settings() {
        return settings;
    }

    /** How to reach the broker. */
    public KafkaConnection kafka() {
        return kafka;
    }

    /** The running services, for whoever waits for their end. */
    public Program program() {
        return program;
    }

    /** The running service of a type. */
    public <T extends Service> T service(Class<T> type) {
        return services.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Says where everything is; the page that people look at comes last. */
    public void greet(PrintWriter out) {
        var console = service(ConsoleService.class).port();
        out.printf(
                "  Kafka      %s   schemas at http://127.0.0.1:%d/schemas/ids/1%n",
                kafka.properties().get("bootstrap.servers"), console);
        out.printf("  PostgreSQL %s%n", settings.get(SinkConfig.URL));
        out.printf("  Console    http://127.0.0.1:%d/   <- open this%n", console);
        out.flush();
    }

    @Override
    public void close() {
        program.close();
        admin.close();
        metrics.close();
        lock.close();
    }
}
