package dev.dateline.standalone.outage;

import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.FreePorts;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.ClusterUser;
import dev.dateline.standalone.DatelineMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A broker, a database, a router and a sink, each a program of its own that can be killed. */
final class KilledWorld implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path folder;
    private final ChildJvm broker;
    private final Database database;
    private final ClusterUser user;
    private final List<Server> servers = new ArrayList<>();

    private KilledWorld(Path folder) throws Exception {
        this.folder = folder;
        var ports = FreePorts.find(2);
        broker = Broker.in(folder, ports.get(0));
        database = new Database(folder, ports.get(1));
        user = new ClusterUser("127.0.0.1:" + ports.get(0), PARTITIONS);
        servers.addAll(List.of(
                broker,
                database,
                service("router", StreamsSettings.STATE_DIRECTORY.key() + "=" + folder.resolve("streams")),
                service("sink", SinkConfig.URL.key() + "=" + database.url())));
    }

    /** Starts all of them; they are ready a little later. */
    static KilledWorld start(Path folder) throws Exception {
        var world = new KilledWorld(folder);
        try {
            world.broker.start();
            await().atMost(PATIENCE).until(() -> world.user.applyTopics() == 0);
            world.database.start();
            for (var server : world.servers) {
                if (!server.isAlive()) {
                    server.start();
                }
            }
            return world;
        } catch (Exception | Error e) {
            world.close();
            throw e;
        }
    }

    private ChildJvm service(String name, String setting) {
        var arguments = new ArrayList<>(List.of(name, "--set", setting));
        arguments.addAll(user.options());
        return new ChildJvm(name, folder, "512m", DatelineMain.class, arguments);
    }

    List<Server> servers() {
        return servers;
    }

    ClusterUser user() {
        return user;
    }

    String databaseUrl() {
        return database.url();
    }

    @Override
    public void close() throws InterruptedException {
        for (var server : servers) {
            if (server.isAlive()) {
                server.kill();
            }
        }
    }
}
