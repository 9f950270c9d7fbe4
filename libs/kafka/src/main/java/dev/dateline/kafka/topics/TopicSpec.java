package dev.dateline.kafka.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** A topic as schemas/topics.yaml declares it; that file explains each field. */
public record TopicSpec(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String name,
        @JsonProperty(required = true) String doc,
        @JsonProperty(required = true) String key,
        @JsonProperty(required = true) String value,
        @JsonProperty(required = true) int partitions,
        @JsonProperty(required = true) String cleanup,
        @Nullable String retention,
        @Nullable String lag,
        @Nullable String tombstones,
        @Nullable Integer maxMessageBytes,
        @Nullable String size,
        boolean subscribe,
        boolean saved,
        @Nullable String gone) {

    private static final String BYTES = "bytes";

    /** Whether its values are records; else they are bytes of any kind. */
    public boolean hasSchema() {
        return !value.equals(BYTES);
    }

    /** The same declaration for one member of a family. */
    TopicSpec named(String name) {
        return with(name, partitions);
    }

    /** The same declaration with no more partitions than that. */
    TopicSpec capped(int maxPartitions) {
        return with(name, Math.min(partitions, maxPartitions));
    }

    private TopicSpec with(String name, int partitions) {
        return new TopicSpec(
                id,
                name,
                doc,
                key,
                value,
                partitions,
                cleanup,
                retention,
                lag,
                tombstones,
                maxMessageBytes,
                size,
                subscribe,
                saved,
                gone);
    }

    /** Gives the topic's configuration in Kafka's own words. */
    public Map<String, String> config() {
        var config = new HashMap<String, String>();
        config.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
        config.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime");
        config.put(
                TopicConfig.RETENTION_MS_CONFIG,
                retention == null ? "-1" : String.valueOf(retained().toMillis()));
        if (lag != null) {
            config.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, millis(lag));
        }
        if (tombstones != null) {
            config.put(TopicConfig.DELETE_RETENTION_MS_CONFIG, millis(tombstones));
        }
        if (maxMessageBytes != null) {
            config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, maxMessageBytes.toString());
        }
        return config;
    }

    /** How long its records are kept; for ever when nothing is declared. */
    public Duration retained() {
        return retention == null ? ChronoUnit.FOREVER.getDuration() : duration(retention);
    }

    private static String millis(String duration) {
        return String.valueOf(duration(duration).toMillis());
    }

    private static Duration duration(String text) {
        return Duration.parse("P" + text.toUpperCase(Locale.ROOT));
    }
}
