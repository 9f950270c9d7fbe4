package dev.dateline.kafka.streams;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.rights.KafkaUser;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.kafka.topics.TopicSpec;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Streams application as a {@link Service}. */
public final class StreamsService implements Service, KafkaUser {
    private static final Logger log = LoggerFactory.getLogger(StreamsService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final String name;
    private final Topology topology;
    private final Properties properties;
    private final KafkaConnection kafka;
    private final TopicAccess access;
    private final MeterRegistry meters;
    private final Troubles troubles = new Troubles();
    private final Warmth warmth = new Warmth(this::behind);
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics metrics;

    private StreamsService(
            String name,
            Topology topology,
            Properties properties,
            KafkaConnection kafka,
            TopicAccess access,
            MeterRegistry meters) {
        this.name = name;
        this.topology = topology;
        this.properties = properties;
        this.kafka = kafka;
        this.access = access;
        this.meters = meters;
    }

    /**
     * Makes the service of a topology.
     *
     * @param name of the service
     * @param stage the word for it in dead letters, traces and the application id
     * @param topicsNamedByRecords topics that a sink of the topology chooses record by record
     */
    public static StreamsService of(
            String name,
            String stage,
            Topology topology,
            KafkaConnection kafka,
            Environment environment,
            List<TopicSpec> topicsNamedByRecords) {
        return new StreamsService(
                name,
                topology,
                StreamsSettings.properties(environment.settings(), kafka, environment.meters(), stage),
                kafka,
                TopologyTopics.of(topology, kafka.topics(), topicsNamedByRecords),
                environment.meters());
    }

    /**
     * Says how long one step of a stream thread may take, instead of Kafka's five minutes: after it the thread loses its tasks, and
     * whoever takes them over begins the same step anew. A thread that hangs is missed that much later. For before {@link #start}.
     */
    public StreamsService withStepsUpTo(Duration most) {
        properties.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG),
                Math.toIntExact(most.toMillis()));
        return this;
    }

    @Override
    public List<Right> rights() {
        var rights = new ArrayList<>(Right.to(access));
        rights.addAll(Right.toStreams(properties.getProperty(StreamsConfig.APPLICATION_ID_CONFIG)));
        return List.copyOf(rights);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void start() throws StartException {
        new TopicCheck(kafka, access).verify();
        requireWritable(Path.of(properties.getProperty(StreamsConfig.STATE_DIR_CONFIG)));
        streams = new KafkaStreams(topology, properties);
        streams.setUncaughtExceptionHandler(this::answer);
        // Not with the first question for our health, which would be answered too soon
        streams.setStateListener((state, before) -> {
            if (state == KafkaStreams.State.RUNNING) {
                warmth.look();
            }
        });
        metrics = new KafkaStreamsMetrics(streams);
        metrics.bindTo(meters);
        streams.start();
    }

    /**
     * Tries again with a new thread, later each time, since most failures are Kafka's or the registry's and pass. One that does
     * not pass after many tries is left to whoever restarts programs. Runs in the thread that died, so waiting here delays the
     * new one.
     */
    private StreamThreadExceptionResponse answer(Throwable exception) {
        var failures = troubles.count(Instant.now(), exception);
        log.atError()
                .setCause(exception)
                .addKeyValue("service", name)
                .addKeyValue("failures", failures)
                .log("stream thread failed");
        if (failures > Troubles.MOST) {
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        try {
            Thread.sleep(Troubles.pause(failures).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private static void requireWritable(Path directory) throws StartException {
        try {
            Files.createDirectories(directory);
            Files.delete(Files.createTempFile(directory, "writable", ""));
        } catch (IOException e) {
            throw new StartException(
                    StreamsSettings.STATE_DIRECTORY.key() + " (" + directory + ")",
                    "cannot be written to",
                    "Give a folder that this user may write to.");
        }
    }

    @Override
    public Health health() {
        var current = streams;
        if (current == null) {
            return Health.starting("not started");
        }
        var state = current.state();
        return switch (state) {
            case RUNNING ->
                warmth.isReached()
                        ? troubles.health(Instant.now())
                        : Health.starting("warm copies are not as far as what they are copies of");
            case CREATED -> Health.starting("created");
            case REBALANCING -> Health.starting("rebalancing or restoring");
            default -> Health.failed("streams are in state " + state);
        };
    }

    /**
     * Counts the changelog records that the stores here, warm copies too, have still to take in; asks the broker. The markers that end
     * transactions count as records, so a few may be left for ever.
     *
     * @return empty while there is no store
     */
    public OptionalLong behind() {
        return Optional.ofNullable(streams).stream()
                .flatMap(current -> current.allLocalStorePartitionLags().values().stream())
                .flatMap(partitions -> partitions.values().stream())
                .mapToLong(LagInfo::offsetLag)
                .reduce(Long::sum);
    }

    @Override
    public void close() {
        if (streams != null) {
            // Leaving the group spares the others the wait for the session timeout.
            streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                    .withTimeout(CLOSE_TIMEOUT));
        }
        if (metrics != null) {
            metrics.close();
        }
    }
}
