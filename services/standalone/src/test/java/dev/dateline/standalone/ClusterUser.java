package dev.dateline.standalone;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Somebody with a command line and a consumer of one's own before a cluster. */
public final class ClusterUser {
    public final StringWriter out = new StringWriter();
    public final StringWriter err = new StringWriter();
    private final Map<String, String> options;
    private final Settings settings;
    private final KafkaConnection kafka;

    public ClusterUser(String bootstrap, int maxPartitions) throws StartException {
        this(bootstrap, maxPartitions, 1);
    }

    public ClusterUser(String bootstrap, int maxPartitions, int replicas) throws StartException {
        options = Map.of(
                KafkaSettings.BOOTSTRAP.key(),
                bootstrap,
                KafkaSettings.REPLICATION.key(),
                Integer.toString(replicas),
                KafkaSettings.MAX_PARTITIONS.key(),
                Integer.toString(maxPartitions));
        var loader = new SettingsLoader(KafkaSettings.ALL);
        options.forEach(loader::set);
        settings = loader.load();
        kafka = KafkaConnection.from(settings);
    }

    public KafkaConnection kafka() {
        return kafka;
    }

    /** Kafka's settings only. */
    public Settings settings() {
        return settings;
    }

    /** What every program must be told to find the broker, as options of the command line. */
    public List<String> options() {
        return options.entrySet().stream()
                .flatMap(entry -> Stream.of("--set", entry.getKey() + "=" + entry.getValue()))
                .toList();
    }

    /** Every committed record of a topic. */
    public List<ConsumerRecord<String, byte[]>> records(String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic, records::add);
        }
        return records;
    }

    /** Creates the topics, as whoever sets a cluster up does; gives the exit code. */
    public int applyTopics() {
        return execute(Stream.concat(Stream.of("topics", "apply"), options().stream()));
    }

    /** Runs a command as somebody does who knows where the broker is and nothing more; gives its exit code. */
    public int run(String... arguments) {
        var broker = Stream.of("--set", KafkaSettings.BOOTSTRAP.key() + "=" + settings.get(KafkaSettings.BOOTSTRAP));
        return execute(Stream.concat(Arrays.stream(arguments), broker));
    }

    private int execute(Stream<String> arguments) {
        return DatelineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
