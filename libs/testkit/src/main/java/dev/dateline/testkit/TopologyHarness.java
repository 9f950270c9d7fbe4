package dev.dateline.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** Runs a topology without a broker, record by record. A module that uses it names kafka-streams-test-utils itself. */
public final class TopologyHarness implements AutoCloseable {
    /** Ingest time of every record. */
    public static final Instant INGESTED = Instant.parse("2026-03-01T12:00:05Z");

    private final TopologyTestDriver driver;

    public TopologyHarness(Topology topology, Properties properties) {
        this.driver = new TopologyTestDriver(topology, properties);
    }

    /** Gives a record to the topology; it is worked on before this returns. */
    public <V> void pipe(String topic, Serde<V> values, String key, V value) {
        pipe(topic, values, new TestRecord<>(key, value, INGESTED));
    }

    /** Gives a record with headers to the topology. */
    public <V> void pipe(String topic, Serde<V> values, TestRecord<String, V> record) {
        driver.createInputTopic(topic, new StringSerializer(), values.serializer()).pipeInput(record);
    }

    /** Takes what has come out of a topic since it was last asked. */
    public <V> List<TestRecord<String, V>> records(String topic, Serde<V> values) {
        var output = driver.createOutputTopic(topic, new StringDeserializer(), values.deserializer());
        return output.readRecordsToList();
    }

    /** The values of {@link #records}. */
    public <V> List<V> values(String topic, Serde<V> values) {
        return records(topic, values).stream().map(TestRecord::value).toList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
