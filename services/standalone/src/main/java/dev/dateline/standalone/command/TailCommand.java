package dev.dateline.standalone.command;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dateline tail}: the enriched stream in a terminal. */
@Command(
        name = "tail",
        description = "Watches the enriched articles in a terminal; Ctrl-C ends it.",
        mixinStandardHelpOptions = true)
public final class TailCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Pattern CODE = Pattern.compile("[A-Z]{2}|[0-9]{3}|[A-Z0-9][A-Z0-9+-]{2,}");

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(names = "--region", paramLabel = "CODE", description = "Only articles about this region: KZ, 143.")
    private @Nullable String region;

    @Option(names = "--theme", paramLabel = "CODE", description = "Only articles with this theme: medtop:04000000.")
    private @Nullable String theme;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            description = "Begins with what was taken in that long ago (5m, 1h, 7d) instead of now.")
    private @Nullable String since;

    @Option(names = "--limit", paramLabel = "N", description = "Ends after N articles.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--json", description = "One JSON object a line, as Avro's JSON encoding has it.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        requireCode();
        var start = start();
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        var topic = kafka.topics().enriched();
        TopicCheck.of(kafka.properties(), topic).verify();
        var out = spec.commandLine().getOut();
        try (var consumer = Clients.consumer(kafka, "dateline-tail", null, "latest")) {
            seek(consumer, topic.name(), start);
            follow(consumer, topic, out);
        }
        return 0;
    }

    /** A signal ends it: the interrupt has done its work then, and must not disturb closing. */
    private void follow(Consumer<String, byte[]> consumer, Topic<EnrichedArticle> topic, PrintWriter out) {
        var shown = 0;
        try {
            while (shown < limit) {
                for (var record : consumer.poll(POLL)) {
                    shown += shown < limit && show(record, topic.values().deserializer(), out) ? 1 : 0;
                }
                out.flush();
            }
        } catch (InterruptException e) {
            Thread.interrupted();
        }
    }

    private void requireCode() throws StartException {
        if (region != null && !CODE.matcher(region).matches()) {
            throw new StartException(
                    "--region " + region,
                    "is no code of a region",
                    "Give a country like KZ, or a UN M49 code like 143.");
        }
    }

    private @Nullable Instant start() throws StartException {
        return since == null ? null : Since.ago("--since", since);
    }

    private static void seek(Consumer<String, byte[]> consumer, String topic, @Nullable Instant start) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        if (start != null) {
            var times = partitions.stream().collect(Collectors.toMap(p -> p, p -> start.toEpochMilli()));
            consumer.offsetsForTimes(times).forEach((partition, found) -> {
                if (found != null) {
                    consumer.seek(partition, found.offset());
                }
            });
        }
    }

    private boolean show(
            ConsumerRecord<String, byte[]> record,
            org.apache.kafka.common.serialization.Deserializer<EnrichedArticle> decoder,
            PrintWriter out) {
        if (record.value() == null) {
            return false;
        }
        try {
            var article = decoder.deserialize(record.topic(), record.value());
            if (!matches(article)) {
                return false;
            }
            out.println(json ? article.toString() : line(article));
            return true;
        } catch (UnreadableRecordException e) {
            spec.commandLine().getErr().println("skipped offset " + record.offset() + ": " + e.getMessage());
            return false;
        }
    }

    private boolean matches(EnrichedArticle article) {
        return (region == null || about(article).contains(region))
                && (theme == null || themes(article).contains(theme));
    }

    private static String line(EnrichedArticle article) {
        return "%s  v%d %-9s %-3s %-24s %-28s %s%n          %s"
                .formatted(
                        article.getEventTime(),
                        article.getVersion(),
                        article.getEvent(),
                        article.getLanguage(),
                        String.join(" ", about(article)),
                        String.join(" ", themes(article)),
                        article.getTitle(),
                        article.getUrl());
    }

    private static List<String> about(EnrichedArticle article) {
        return article.getRegions().stream()
                .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                .map(RegionTag::getCode)
                .toList();
    }

    private static List<String> themes(EnrichedArticle article) {
        return article.getThemes().stream().map(ThemeTag::getCode).toList();
    }
}
