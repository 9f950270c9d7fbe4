package dev.dateline.standalone.outage;

import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.ClusterNode;
import dev.dateline.embedded.FreePorts;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.runtime.AdminServer;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.ClusterUser;
import dev.dateline.standalone.DatelineMain;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brokers, a database and instances of services, each a program of its own that can be killed. */
final class KilledWorld implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final List<ChildJvm> brokers;
    private final Database database;
    private final ClusterUser user;
    private final List<Instance> instances = new ArrayList<>();
    private final List<Server> servers = new ArrayList<>();

    /**
     * How much of each there is.
     *
     * @param instances of each service
     */
    record Size(int brokers, int instances, List<String> services) {}

    /**
     * One process of a service.
     *
     * @param adminPort where it tells how it is
     */
    record Instance(ChildJvm program, int adminPort) {}

    private KilledWorld(Path folder, Size size) throws Exception {
        this.folder = folder;
        var nodes = ClusterNode.cluster(size.brokers());
        brokers = nodes.stream().map(node -> Broker.in(folder, node)).toList();
        var ports = FreePorts.find(1 + size.instances() * size.services().size());
        database = new Database(folder, ports.get(0));
        user = new ClusterUser(nodes.get(0).bootstrap(), PARTITIONS, size.brokers());
        servers.addAll(brokers);
        servers.add(database);
        for (var service : size.services()) {
            for (int i = 1; i <= size.instances(); i++) {
                instances.add(instance(service, service + "-" + i, ports.get(1 + instances.size())));
            }
        }
        instances.forEach(instance -> servers.add(instance.program()));
    }

    /** Starts all of them; they are ready a little later. */
    static KilledWorld start(Path folder, Size size) throws Exception {
        var world = new KilledWorld(folder, size);
        try {
            for (var broker : world.brokers) {
                broker.start();
            }
            await().atMost(PATIENCE).until(() -> world.user.applyTopics() == 0);
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

    private Instance instance(String service, String name, int adminPort) {
        var arguments = new ArrayList<>(
                List.of(service, "--set", AdminServer.PORT.key() + "=" + adminPort, "--set", own(service, name)));
        arguments.addAll(user.options());
        return new Instance(new ChildJvm(name, folder, "400m", DatelineMain.class, arguments), adminPort);
    }

    private String own(String service, String name) {
        return service.equals("sink")
                ? SinkConfig.URL.key() + "=" + database.url()
                : StreamsSettings.STATE_DIRECTORY.key() + "=" + folder.resolve("streams-" + name);
    }

    List<Server> servers() {
        return servers;
    }

    /** The processes of the services. */
    List<Instance> instances() {
        return instances;
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
