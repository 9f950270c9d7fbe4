package dev.dateline.embedded;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import kafka.server.StandardFaultHandlerFactory;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.ServerSocketFactory;
import org.slf4j.LoggerFactory;

/**
 * The broker that ran on a log before. If it went without a word, the metadata says for some seconds that it leads its
 * partitions, and a broker that comes back meanwhile takes that for its own leadership: its coordinator begins to finish
 * transactions, and when the controller at last ends the old leadership, Kafka 4.3.1 takes partitions without a leader for
 * deleted ones ({@code MetadataCache.getPartitionLeaderEndpoint}), notes the transactions as complete, and never writes
 * their markers. Whoever reads committed records stands before those for ever. So the old leadership is ended first, by the
 * controller alone.
 */
final class EarlierBroker {
    /** How soon the controller gives up a broker; nobody is there to answer. */
    private static final int SESSION_MILLIS = 1_000;

    private static final int PATIENCE_SECONDS = 30;

    private EarlierBroker() {}

    /**
     * Ends its leadership. Takes a second or two.
     *
     * @param controller properties of a node that is a controller only, on the log
     */
    static void fence(int node, Properties controller) {
        var properties = new Properties();
        properties.putAll(controller);
        properties.putAll(Map.of(
                "broker.session.timeout.ms", Integer.toString(SESSION_MILLIS),
                "broker.heartbeat.interval.ms", Integer.toString(SESSION_MILLIS / 2)));
        var config = new KafkaConfig(properties, false);
        var log = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(EarlierBroker.class), "");
        var voters = QuorumConfig.parseVoterConnections(config.quorumConfig().voters());
        var shared = new SharedServer(
                config,
                log._1(),
                Time.SYSTEM,
                new Metrics(),
                CompletableFuture.completedFuture(voters),
                List.of(),
                new StandardFaultHandlerFactory(),
                ServerSocketFactory.INSTANCE);
        var server = new ControllerServer(shared, KafkaRaftServer.configSchema(), log._2());
        try {
            server.startup();
            var fenced = new Fenced(node);
            shared.loader().installPublishers(List.of(fenced));
            fenced.await();
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /** Waits until the metadata says that a broker leads nothing. */
    private static final class Fenced implements MetadataPublisher {
        private final int node;
        private final CompletableFuture<Void> done = new CompletableFuture<>();

        private Fenced(int node) {
            this.node = node;
        }

        @Override
        public String name() {
            return "fenced";
        }

        @Override
        public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
            var broker = image.cluster().broker(node);
            if (broker == null || broker.fenced()) {
                done.complete(null);
            }
        }

        private void await() {
            try {
                done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                throw new KafkaException("its controller does not work off the end of the run before", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new KafkaException("interrupted while starting", e);
            }
        }
    }
}
