package dev.dateline.embedded;

import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker in this JVM: a KRaft node, controller and broker in one, on the loopback interface. Its log stays in
 * its folder from one start to the next. Not thread-safe.
 */
public final class EmbeddedKafka implements Service {
    private static final String CONTROLLER = "CONTROLLER";
    /** Where the broker talks to itself, and whoever made it administers it. */
    private static final String INTERNAL = "INTERNAL";
    /** The file with which Kafka marks a formatted folder. */
    private static final String FORMATTED = "meta.properties";

    private final Path folder;
    private final boolean temporary;
    private final ClusterNode node;
    private final int internalPort = FreePorts.find(1).get(0);
    private final Guard guard;
    private @Nullable KafkaRaftServer server;

    /**
     * How clients are let in.
     *
     * @param protocol Kafka's word: PLAINTEXT, SSL or SASL_SSL
     * @param properties what the broker needs for that: certificates, mechanisms, an authorizer
     */
    public record Guard(String protocol, Map<String, String> properties) {
        static final Guard NONE = new Guard("PLAINTEXT", Map.of());
    }

    private EmbeddedKafka(Path folder, boolean temporary, ClusterNode node, Guard guard) {
        this.folder = folder;
        this.temporary = temporary;
        this.node = node;
        this.guard = guard;
    }

    /**
     * A broker that keeps its log in a folder.
     *
     * @param port where clients find it; 0 takes a free one now, so that {@link #bootstrap} is known before the start
     */
    public static EmbeddedKafka in(Path folder, int port) {
        return new EmbeddedKafka(folder, false, alone(port), Guard.NONE);
    }

    /** One node of a cluster, in a folder of its own; the others run elsewhere on this machine. */
    public static EmbeddedKafka node(Path folder, ClusterNode node) {
        return new EmbeddedKafka(folder, false, node, Guard.NONE);
    }

    private static ClusterNode alone(int port) {
        var free = FreePorts.find(2);
        return ClusterNode.alone(port == 0 ? free.get(0) : port, free.get(1));
    }

    /** A running broker on a free port with a temporary folder that {@link #close} deletes: for tests. */
    public static EmbeddedKafka temporary() {
        return temporary(Guard.NONE);
    }

    /** As {@link #temporary()}, and lets in only who passes the guard. */
    public static EmbeddedKafka temporary(Guard guard) {
        var broker = new EmbeddedKafka(Folders.temporary("kafka"), true, alone(0), guard);
        try {
            broker.start();
        } catch (StartException e) {
            throw new IllegalStateException(e);
        }
        return broker;
    }

    /**
     * Does something in the place of Kafka, which halts the JVM without a word when it can no longer write its log. There is one such
     * act in a JVM, whichever broker it is that fails; it runs in a thread of the broker, and the broker is of no use afterwards.
     */
    public static void whenLost(Runnable act) {
        var first = new AtomicBoolean(true);
        Exit.setHaltProcedure((code, message) -> {
            // More than one of its threads may find out
            if (first.getAndSet(false)) {
                act.run();
            }
        });
    }

    /** Where clients find it, with the other nodes of its cluster. */
    public String bootstrap() {
        return node.bootstrap();
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public void start() throws StartException {
        Folders.requireWritable(folder);
        try {
            if (!Files.exists(folder.resolve(FORMATTED))) {
                format();
            } else if (node.isAlone()) {
                // in a cluster, the others do so
                EarlierBroker.fence(node.id(), controllerProperties());
            }
            var starting = new KafkaRaftServer(new KafkaConfig(properties(), false), Time.SYSTEM);
            server = starting;
            starting.startup();
        } catch (KafkaException e) {
            throw new StartException(
                    "embedded Kafka at " + bootstrap(),
                    "does not start: " + e.getMessage(),
                    "Is another Dateline running on " + folder
                            + " or on that port? Stop it, or give another folder or port.");
        }
    }

    /** Stops it and keeps its log; {@link #start} goes on with it. */
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

    /** Opens an admin client, behind the guard; the caller closes it. */
    public Admin admin() {
        var door = guard == Guard.NONE ? bootstrap() : ClusterNode.HOST + ":" + internalPort;
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, door));
    }

    @Override
    public Health health() {
        return server == null ? Health.starting("not started") : Health.up(bootstrap());
    }

    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(folder);
        }
    }

    private void format() {
        var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try {
            new Formatter()
                    .setNodeId(node.id())
                    .setClusterId(node.clusterId())
                    .addDirectory(folder.toString())
                    .setMetadataLogDirectory(Optional.of(folder.toString()))
                    .setControllerListenerName(CONTROLLER)
                    .setPrintStream(silent)
                    .run();
        } catch (Exception e) { // as Formatter.run declares it
            throw new KafkaException("the log in " + folder + " cannot be formatted", e);
        }
    }

    private Properties controllerProperties() {
        var properties = new Properties();
        properties.putAll(Map.of(
                "node.id",
                Integer.toString(node.id()),
                "process.roles",
                "controller",
                "listeners",
                "%s://%s:%d".formatted(CONTROLLER, ClusterNode.HOST, node.controllerPort()),
                "controller.listener.names",
                CONTROLLER,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,SSL:SSL,SASL_SSL:SASL_SSL,%s:PLAINTEXT,%s:PLAINTEXT"
                        .formatted(CONTROLLER, INTERNAL),
                "controller.quorum.voters",
                node.voters(),
                "log.dirs",
                folder.toString()));
        return properties;
    }

    private String address() {
        return ClusterNode.HOST + ":" + node.port();
    }

    /** As many replicas as there are nodes, few internal partitions, small buffers, and no waiting for members that never come. */
    private Properties properties() {
        var properties = controllerProperties();
        properties.putAll(Map.of(
                "process.roles",
                "broker,controller",
                "listeners",
                "%s,%s://%s:%d".formatted(listeners(), CONTROLLER, ClusterNode.HOST, node.controllerPort()),
                "advertised.listeners",
                listeners(),
                "inter.broker.listener.name",
                guard == Guard.NONE ? guard.protocol() : INTERNAL,
                "auto.create.topics.enable",
                "false"));
        properties.putAll(Map.of(
                "default.replication.factor", node.replicas(),
                "min.insync.replicas", node.replicasInSync(),
                "offsets.topic.replication.factor", node.replicas(),
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", node.replicas(),
                "transaction.state.log.min.isr", node.replicasInSync(),
                "transaction.state.log.num.partitions", "1"));
        properties.putAll(Map.of(
                // What was open when the program was killed holds up those who read on
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000",
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "500",
                "log.cleaner.dedupe.buffer.size", "2097152",
                "controlled.shutdown.enable", "false"));
        if (!node.isAlone()) {
            // The others notice soon that it has gone
            properties.put("broker.session.timeout.ms", "3000");
            properties.put("broker.heartbeat.interval.ms", "500");
        }
        properties.putAll(guard.properties());
        return properties;
    }

    /** A broker that lets everybody in needs no second door. */
    private String listeners() {
        var clients = guard.protocol() + "://" + address();
        return guard == Guard.NONE
                ? clients
                : clients + ",%s://%s:%d".formatted(INTERNAL, ClusterNode.HOST, internalPort);
    }
}
