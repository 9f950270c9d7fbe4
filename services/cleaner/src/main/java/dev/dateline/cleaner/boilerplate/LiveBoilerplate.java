package dev.dateline.cleaner.boilerplate;

import dev.dateline.cleaner.CleanerMetrics;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.StartGate;
import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.page.LearntBlocks;
import dev.dateline.pipeline.page.LearntBoilerplate;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.HostBoilerplate;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What hosts repeat, as the topic says it now. A thread follows the topic; the blocks of a host are exchanged as a whole, and a
 * record that is unreadable changes nothing.
 */
public final class LiveBoilerplate implements LearntBoilerplate, TopicFollower.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveBoilerplate.class);
    private static final String CLIENT = "dateline-cleaner-boilerplate";

    private final Topic<HostBoilerplate> topic;
    private final TopicFollower follower;
    private final Set<String> never;
    private final Map<String, LearntBlocks> hosts = new ConcurrentHashMap<>();
    private final StartGate gate = new StartGate();

    /**
     * Makes it; {@link #start} begins.
     *
     * @param never hosts that keep all their blocks, whatever was learnt
     */
    public LiveBoilerplate(KafkaConnection kafka, Set<String> never, MeterRegistry meters) {
        this.topic = kafka.topics().boilerplate();
        this.follower = new TopicFollower(kafka, topic.name(), CLIENT, this);
        this.never = never;
        CleanerMetrics.BOILERPLATE_HOSTS.gauge(meters, hosts, LiveBoilerplate::hosts);
        CleanerMetrics.BOILERPLATE_BLOCKS.gauge(meters, hosts, LiveBoilerplate::blocks);
    }

    /**
     * Waits until all is read that the topic has: a page that was cleaned before would keep its boilerplate.
     *
     * @throws StartException when the topic cannot be read to its end in time
     */
    public void start() throws StartException {
        follower.start();
        gate.await("the boilerplate on topic " + topic.name());
    }

    @Override
    public LearntBlocks of(String host) {
        return never.contains(host) ? LearntBlocks.NONE : hosts.getOrDefault(host, LearntBlocks.NONE);
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            hosts.remove(record.key());
            return;
        }
        try {
            var learnt = topic.values().deserializer().deserialize(topic.name(), record.value());
            hosts.put(record.key(), LearntBlocks.of(learnt));
        } catch (UnreadableRecordException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("host", record.key())
                    .addKeyValue("offset", record.offset())
                    .log("boilerplate of a host is unreadable; what was known of it stays");
        }
    }

    @Override
    public void upToDate() {
        gate.open();
    }

    private static double hosts(Map<String, LearntBlocks> hosts) {
        return hosts.values().stream().filter(blocks -> blocks.size() > 0).count();
    }

    private static double blocks(Map<String, LearntBlocks> hosts) {
        return hosts.values().stream().mapToInt(LearntBlocks::size).sum();
    }

    @Override
    public void close() {
        follower.close();
    }
}
