package dev.dateline.sink;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.rights.KafkaUser;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.streams.Subject;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.sink.database.Database;
import dev.dateline.sink.database.SqlFaults;
import dev.dateline.sink.database.StoredOffsets;
import dev.dateline.sink.database.StoredOffsets.LastRecord;
import dev.dateline.sink.database.StoredOffsets.Position;
import dev.dateline.sink.table.ArticleTables;
import dev.dateline.sink.table.DispositionTable;
import dev.dateline.sink.table.DuplicateTable;
import dev.dateline.sink.table.SourceStatusTable;
import dev.dateline.sink.table.StoryTables;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sink as a service: opens database and clients, runs {@link SinkLoop} in a thread, closes all in the reverse order. */
final class SinkService implements Service, KafkaUser {
    private static final Logger log = LoggerFactory.getLogger(SinkService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);
    /** A dead member's partitions go to another after this, as those of the stages do. */
    private static final int SESSION_TIMEOUT_MILLIS = 6_000;

    private static final int HEARTBEAT_MILLIS = 2_000;
    /** Each stage commits ten times a second; what all of them wrote meanwhile goes into one transaction of the database. */
    private static final int BATCH_BYTES = 256 << 10;

    private static final int BATCH_WAIT_MILLIS = 50;

    private final KafkaConnection kafka;
    private final SinkConfig config;
    private final MeterRegistry meters;
    private final SinkMetrics metrics;
    private final List<StoredTopic<?>> topics;
    private final Database database;
    private final List<KafkaClientMetrics> measured = new ArrayList<>();
    private @Nullable Consumer<String, byte[]> consumer;
    private @Nullable Producer<String, byte[]> producer;
    private @Nullable SinkLoop loop;
    private @Nullable Thread thread;

    SinkService(KafkaConnection kafka, SinkConfig config, MeterRegistry meters) {
        this.kafka = kafka;
        this.config = config;
        this.meters = meters;
        this.metrics = new SinkMetrics(meters);
        this.topics = storedTopics(kafka.topics());
        this.database = new Database(config);
    }

    @Override
    public String name() {
        return SinkMain.STAGE;
    }

    @Override
    public void start() throws StartException {
        new TopicCheck(kafka, access()).verify();
        database.open();
        var identity = KafkaIdentity.of(kafka.properties(), names());
        var reader = Clients.consumer(consumerConnection(), config.group(), config.group(), "none");
        consumer = reader;
        var writer = Clients.producer(kafka, config.group() + "-dead-letters");
        producer = writer;
        measure(new KafkaClientMetrics(reader));
        measure(new KafkaClientMetrics(writer));
        var assignment = new Assignment(reader, new StoredOffsets(config.group()), identity);
        verifyPositions(reader, assignment);
        reader.subscribe(names(), assignment);
        var deadLetters =
                new DeadLetterSender(writer, kafka.topics().deadLetter().name());
        var retention = new Retention(config.keeping(), Clock.systemUTC());
        var storage = new Storage(database, topics, deadLetters, retention, metrics);
        var running = new SinkLoop(reader, assignment, storage, new BackOff(config.longestBackOff()), metrics);
        loop = running;
        thread = new Thread(running, "sink");
        thread.start();
    }

    @Override
    public Health health() {
        var running = loop;
        return running == null ? Health.starting("not started") : running.health();
    }

    @Override
    public void close() {
        if (!stopLoop()) {
            log.atWarn().log("the batch in hand did not end in time; it will be read again");
            return;
        }
        measured.forEach(KafkaClientMetrics::close);
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
        }
        if (consumer != null) {
            consumer.close();
        }
        database.close();
    }

    private void measure(KafkaClientMetrics client) {
        client.bindTo(meters);
        measured.add(client);
    }

    /** Gives false when the thread still works: its clients must not be closed under it. */
    private boolean stopLoop() {
        if (loop == null || thread == null) {
            return true;
        }
        loop.stop();
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    /** Copies before originals: of one batch, an article that became an original must not be left among the copies. */
    private static List<StoredTopic<?>> storedTopics(Topics topics) {
        return List.of(
                new StoredTopic<>(topics.duplicate(), new DuplicateTable(), copy -> Optional.empty()),
                new StoredTopic<>(topics.enriched(), new ArticleTables(), SinkService::subject),
                new StoredTopic<>(topics.story(), new StoryTables(), story -> Optional.empty()),
                new StoredTopic<>(topics.sourceStatus(), new SourceStatusTable(), status -> Optional.empty()),
                new StoredTopic<>(topics.disposition(), new DispositionTable(), trace -> Optional.empty()));
    }

    /** An article that was tagged again is old: its age is no latency. */
    private static Optional<Subject> subject(EnrichedArticle article) {
        return article.getEvent() == EventType.RETAGGED ? Optional.empty() : Optional.of(Subject.of(article));
    }

    private List<String> names() {
        return topics.stream().map(stored -> stored.topic().name()).toList();
    }

    private TopicAccess access() {
        var read = topics.stream().map(stored -> stored.topic().spec()).collect(Collectors.toSet());
        return new TopicAccess(read, Set.of())
                .and(TopicAccess.writing(kafka.topics().deadLetter()));
    }

    @Override
    public List<Right> rights() {
        var rights = new ArrayList<>(Right.to(access()));
        rights.add(Right.toJoin(config.group()));
        return List.copyOf(rights);
    }

    /** Partitions whose positions are wrong keep the sink from starting, whoever would get them. */
    private void verifyPositions(Consumer<String, byte[]> reader, Assignment assignment) throws StartException {
        var partitions = names().stream()
                .flatMap(topic -> reader.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        reader.assign(partitions);
        try {
            var positions = assignment.positions(database.connection(), partitions);
            database.connection().commit();
            var problems = new HistoryCheck(reader).problems(lastRecords(positions));
            if (!problems.isEmpty()) {
                throw new StartException(problems);
            }
            reader.unsubscribe();
        } catch (BadPositionException e) {
            throw new StartException(e.problems());
        } catch (SQLException e) {
            throw new StartException(SinkConfig.URL.key(), SqlFaults.firstLine(e), "See the log of PostgreSQL.");
        }
    }

    private static Map<TopicPartition, LastRecord> lastRecords(Map<TopicPartition, Position> positions) {
        var records = new HashMap<TopicPartition, LastRecord>();
        positions.forEach((partition, position) -> {
            if (position.last() != null) {
                records.put(partition, position.last());
            }
        });
        return records;
    }

    private KafkaConnection consumerConnection() {
        var properties = new HashMap<>(kafka.properties());
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, config.batchRecords());
        properties.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, BATCH_BYTES);
        properties.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, BATCH_WAIT_MILLIS);
        properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MILLIS);
        properties.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, HEARTBEAT_MILLIS);
        return new KafkaConnection(properties, kafka.topics());
    }
}
