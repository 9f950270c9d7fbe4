package dev.dateline.kafka.client;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** The partition that a producer chooses for a key when it is told none: Kafka's default, so every client agrees. */
public final class KeyPartition {
    private KeyPartition() {}

    /**
     * Gives the number of the partition.
     *
     * @param count partitions of the topic
     */
    public static int of(String key, int count) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % count;
    }
}
