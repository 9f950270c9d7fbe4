package dev.dateline.standalone.bench;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.fetcher.FetcherConfig;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A broker in this JVM, a PostgreSQL beside it, and as many instances as were asked for. */
final class World implements AutoCloseable {
    private final Path folder;
    private final EmbeddedKafka broker;
    private final EmbeddedDatabase database;
    private final Map<String, String> given;
    private final int partitions;
    private final List<InstanceProcess> instances = new ArrayList<>();

    private World(Path folder, int partitions, Map<String, String> given) {
        this.folder = folder;
        this.given = given;
        this.partitions = partitions;
        this.broker = EmbeddedKafka.in(folder.resolve("kafka"), 0);
        this.database = EmbeddedDatabase.in(folder.resolve("postgres"), 0);
    }

    /**
     * Starts broker and database and makes the topics.
     *
     * @param partitions of each topic; instances share them
     * @param given settings of the instances that differ from the usual ones
     */
    static World start(Path folder, int partitions, Map<String, String> given)
            throws StartException, InterruptedException, SQLException {
        var world = new World(folder, partitions, given);
        try {
            world.broker.start();
            world.startDatabase();
            new TopicProvisioner(world.settings()).apply(world.kafka().topics().catalogue());
            return world;
        } catch (StartException | InterruptedException | SQLException | RuntimeException e) {
            world.close();
            throw e;
        }
    }

    /** The database notes when each transaction was committed: that is when an article is stored. */
    private void startDatabase() throws StartException, SQLException {
        database.start();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET track_commit_timestamp = on");
        }
        database.stop();
        database.start();
    }

    /**
     * Starts instances and waits until all of them work.
     *
     * @param fetching whether they fetch, too
     * @param recording file for what the first one records of itself; null for none
     */
    void startInstances(int count, boolean fetching, @Nullable Path recording) throws IOException {
        for (int i = 0; i < count; i++) {
            var arguments = new ArrayList<String>();
            options(i).forEach((key, value) -> arguments.add(key + "=" + value));
            if (fetching) {
                arguments.add(Instance.FETCHER);
                LocalSites.settings().forEach((key, value) -> arguments.add(key + "=" + value));
                arguments.add(FetcherConfig.INSTANCE.key() + "=" + i);
            }
            instances.add(InstanceProcess.start(
                    i == 0 && recording != null ? recordingTo(recording) : List.of(),
                    arguments,
                    folder.resolve("instance-" + i + ".log")));
        }
        for (var instance : instances) {
            instance.awaitReady();
        }
    }

    private static List<String> recordingTo(Path file) {
        return List.of("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + file.toAbsolutePath());
    }

    List<InstanceProcess> instances() {
        return instances;
    }

    EmbeddedKafka broker() {
        return broker;
    }

    Settings settings() throws StartException {
        var loader = new SettingsLoader(Services.settings());
        options(0).forEach(loader::set);
        return loader.load();
    }

    KafkaConnection kafka() throws StartException {
        return KafkaConnection.from(settings());
    }

    private Map<String, String> options(int instance) {
        var options = new TreeMap<>(Map.of(
                KafkaSettings.BOOTSTRAP.key(),
                broker.bootstrap(),
                KafkaSettings.REPLICATION.key(),
                "1",
                KafkaSettings.MAX_PARTITIONS.key(),
                Integer.toString(partitions),
                StreamsSettings.STANDBYS.key(),
                "0",
                StreamsSettings.STATE_DIRECTORY.key(),
                states(instance).toString(),
                SinkConfig.URL.key(),
                database.url()));
        options.putAll(given);
        return options;
    }

    private Path states(int instance) {
        return folder.resolve("streams-" + instance);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database.url());
    }

    /** Bytes of the local state of all instances. */
    long stateBytes() {
        return IntStream.range(0, instances.size())
                .mapToLong(instance -> Footprint.of(states(instance), ""))
                .sum();
    }

    /** Bytes of the broker's log; its indexes are files with holes. */
    long logBytes() {
        return Footprint.of(folder.resolve("kafka"), ".log");
    }

    @Override
    public void close() {
        for (var instance : instances) {
            try {
                instance.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        database.close();
        broker.close();
    }
}
