package dev.dateline.kafka;

import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;

/** The settings with which every service finds Kafka. */
public final class KafkaSettings {
    public static final Setting<String> BOOTSTRAP = Setting.of(
            "kafka.bootstrap", SettingType.STRING, "localhost:9092", "Brokers to begin with, host:port,host:port.");
    public static final Setting<String> CLIENT_PROPERTIES = Setting.of(
            "kafka.client-properties",
            SettingType.STRING,
            "",
            "File of Kafka client properties for what has no setting here, such as Kerberos; they win. Let only the service read it.");
    public static final Setting<String> SCHEMA_REGISTRY = Setting.of(
            "kafka.schema-registry",
            SettingType.STRING.where(
                    address -> address.isEmpty() || address.matches("https?://[^\\s/]+(/\\S*)?"),
                    "empty or an http address"),
            "",
            "Address of a registry with Confluent's API; without one, the ids of the bundled schemas are used.");
    public static final Setting<Integer> MAX_PARTITIONS = Setting.of(
            "kafka.max-partitions",
            SettingType.between(1, 1000),
            "1000",
            "Caps the partitions of the catalogue, for one small machine; say the same to every program of a cluster.");
    public static final Setting<Integer> REPLICATION = Setting.of(
            "kafka.replication", SettingType.between(1, 10), "3", "Replicas of each topic when it is created.");
    public static final List<Setting<?>> ALL = Stream.concat(
                    KafkaSecurity.ALL.stream(),
                    Stream.of(BOOTSTRAP, CLIENT_PROPERTIES, SCHEMA_REGISTRY, MAX_PARTITIONS, REPLICATION))
            .toList();

    private KafkaSettings() {}

    /**
     * Gives what every client begins with: where the brokers are, and how to be let in.
     *
     * @throws StartException when a file cannot be read, or settings contradict one another
     */
    public static Map<String, Object> common(Settings settings) throws StartException {
        var common = new HashMap<>(KafkaSecurity.properties(settings));
        var file = settings.get(CLIENT_PROPERTIES);
        if (!file.isEmpty()) {
            common.putAll(read(Path.of(file)));
        }
        common.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.get(BOOTSTRAP));
        return common;
    }

    private static Map<String, Object> read(Path file) throws StartException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartException(
                    CLIENT_PROPERTIES.key() + " (" + file + ")",
                    "cannot be read",
                    "Check that the file exists, is readable and holds lines 'key=value'.");
        }
        var values = new HashMap<String, Object>();
        properties.forEach((key, value) -> values.put((String) key, value));
        return values;
    }
}
