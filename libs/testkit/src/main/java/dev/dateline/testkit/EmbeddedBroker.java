package dev.dateline.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker in this JVM: one KRaft node, controller and broker in one, on free ports of the loopback interface, its
 * log in a temporary folder that {@link #close} deletes. Up in about two seconds; {@link #stop} and {@link #start} keep port
 * and data.
 *
 * <p>Whoever uses it needs {@code org.apache.kafka:kafka_2.13} in test scope. Not thread-safe.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final String CONTROLLER = "CONTROLLER";
    private static final int NODE = 1;

    private final Path folder;
    private final int port;
    private final KafkaConfig config;
    private @Nullable KafkaRaftServer server;

    private EmbeddedBroker(Path folder) {
        this.folder = folder;
        var ports = freePorts();
        this.port = ports[0];
        this.config = new KafkaConfig(properties(folder, port, ports[1]), false);
    }

    /** Formats a new log and starts a broker on it. */
    public static EmbeddedBroker create() {
        try {
            var broker = new EmbeddedBroker(Files.createTempDirectory("dateline-broker"));
            broker.format();
            broker.start();
            return broker;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where clients find it. */
    public String bootstrap() {
        return HOST + ":" + port;
    }

    /** Starts it again after {@link #stop}; returns when it takes requests. */
    public void start() {
        if (server != null) {
            throw new IllegalStateException("the broker runs already");
        }
        var starting = new KafkaRaftServer(config, Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    /** Stops it and keeps its log. */
    public void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** Creates a topic with the broker's defaults; one of the catalogue's is better made by its provisioner. */
    public void createTopic(String name, int partitions) {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, partitions, (short) 1)))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topic " + name + " cannot be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topic " + name, e);
        }
    }

    /** Opens an admin client; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap()));
    }

    @Override
    public void close() {
        stop();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be deleted", e);
        }
    }

    private void format() {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            new Formatter()
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(Optional.of(folder.toString()))
                    .setControllerListenerName(CONTROLLER)
                    .setPrintStream(silent)
                    .run();
        } catch (Exception e) { // as Formatter.run declares it
            throw new IllegalStateException("the log in " + folder + " cannot be formatted", e);
        }
    }

    /** One replica of everything, and no waiting where a cluster would wait for its members. */
    private static Properties properties(Path folder, int port, int controllerPort) {
        var properties = new Properties();
        properties.putAll(Map.of(
                "node.id",
                Integer.toString(NODE),
                "process.roles",
                "broker,controller",
                "listeners",
                "PLAINTEXT://%s:%d,%s://%s:%d".formatted(HOST, port, CONTROLLER, HOST, controllerPort),
                "advertised.listeners",
                "PLAINTEXT://" + HOST + ":" + port,
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT",
                "controller.quorum.voters",
                "%d@%s:%d".formatted(NODE, HOST, controllerPort),
                "log.dirs",
                folder.toString(),
                "auto.create.topics.enable",
                "false",
                "log.cleaner.dedupe.buffer.size",
                "2097152"));
        properties.putAll(Map.of(
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "500"));
        return properties;
    }

    /** Two ports at once, so that they differ; known beforehand, since a node of KRaft names itself by its port. */
    private static int[] freePorts() {
        try (var first = new ServerSocket(0, 1, InetAddress.getByName(HOST));
                var second = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return new int[] {first.getLocalPort(), second.getLocalPort()};
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
