package dev.dateline.standalone.bench;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.streams.StreamsSettings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What no application of Kafka Streams can be faster than with these records and guarantees: one that copies the topic of pages as it
 * is, with the properties of ours.
 */
final class PassReference {
    static final String COPY = "bench.copy";

    private static final String STAGE = "pass";
    private static final int PATIENCE_MINUTES = 10;

    private final World world;

    PassReference(World world) {
        this.world = world;
    }

    /**
     * Copies all that lies in the topic of pages.
     *
     * @param records that lie there; the first tenth warms up
     */
    Speed measure(long records) throws Exception {
        world.broker().createTopic(COPY, 1);
        var kafka = world.kafka();
        var counted = new Counted(records);
        var topology = new Topology()
                .addSource(
                        "source",
                        Serdes.ByteArray().deserializer(),
                        Serdes.ByteArray().deserializer(),
                        kafka.topics().raw().name())
                .addProcessor(STAGE, () -> new Pass(counted), "source")
                .addSink(
                        "copy",
                        COPY,
                        Serdes.ByteArray().serializer(),
                        Serdes.ByteArray().serializer(),
                        STAGE);
        try (var streams = new KafkaStreams(topology, properties(kafka))) {
            streams.start();
            if (!counted.done.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new IllegalStateException("the pass-through application stands still");
            }
            var speed = counted.speed();
            streams.close(Duration.ofSeconds(30));
            return speed;
        } finally {
            delete();
        }
    }

    private Properties properties(KafkaConnection kafka) throws Exception {
        return StreamsSettings.properties(world.settings(), kafka, new SimpleMeterRegistry(), "bench-pass");
    }

    private void delete() throws Exception {
        try (var admin = world.broker().admin()) {
            admin.deleteTopics(List.of(COPY)).all().get();
        }
    }

    /** Counts what passes; the CPU time is that of broker and application together, as they are in one JVM. */
    private static final class Counted {
        private final CountDownLatch done = new CountDownLatch(1);
        private final AtomicLong passed = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final long first;
        private final long last;
        private volatile long start;
        private volatile long end;
        private volatile double cpu;

        Counted(long records) {
            this.first = records / 10;
            this.last = records;
        }

        void one(int size) {
            long count = passed.incrementAndGet();
            if (count > first) {
                bytes.addAndGet(size);
            }
            if (count == first) {
                start = System.nanoTime();
                cpu = OwnUse.cpu();
            } else if (count == last) {
                end = System.nanoTime();
                cpu = OwnUse.cpu() - cpu;
                done.countDown();
            }
        }

        Speed speed() {
            return Speed.of(last - first, bytes.get(), (end - start) / 1e9, cpu);
        }
    }

    private static final class Pass implements Processor<byte[], byte[], byte[], byte[]> {
        private final Counted counted;
        private @Nullable ProcessorContext<byte[], byte[]> context;

        Pass(Counted counted) {
            this.counted = counted;
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
        }

        @Override
        public void process(Record<byte[], byte[]> page) {
            Objects.requireNonNull(context).forward(page);
            counted.one(page.value().length);
        }
    }
}
