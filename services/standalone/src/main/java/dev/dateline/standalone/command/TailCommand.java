package dev.dateline.standalone.command;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.operate.RouteDesk;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.Nearest;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.EnrichedArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
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
    private static final int MOST_THEMES = 4;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "Only articles about this region, by code or name: KZ, 143, Kazakhstan, \"Central Asia\".")
    private @Nullable String region;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description = "Only articles with this theme, by code or name: medtop:20000209, agriculture.")
    private @Nullable String theme;

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Only articles in this language (BCP 47): kk, ru; zh takes zh-Hant too.")
    private @Nullable String language;

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            description = "Reads the topic of this route instead of all articles (see: dateline routes list).")
    private @Nullable String route;

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

    private final TagLabels labels = TagLabels.load();

    @Override
    public Integer call() throws StartException {
        var filter = new TagFilter(
                region == null ? null : TagFilter.code("--region", region, labels.regions()),
                theme == null ? null : TagFilter.code("--theme", theme, labels.themes()),
                language == null ? null : TagFilter.language("--language", language));
        var start = start();
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        var topic = route == null ? kafka.topics().enriched() : topicOf(route, kafka);
        TopicCheck.of(kafka, topic).verify();
        try (var consumer = Clients.consumer(kafka, "dateline-tail", null, "latest")) {
            seek(consumer, topic.name(), start);
            if (start == null) {
                spec.commandLine().getErr().println("Waiting for new articles; --since 1h shows earlier ones, too.");
            }
            follow(consumer, topic, filter);
        }
        return 0;
    }

    private static Topic<EnrichedArticle> topicOf(String route, KafkaConnection kafka) throws StartException {
        var routes = new RouteDesk(kafka).routes();
        if (!routes.containsKey(route)) {
            throw new StartException(
                    "--route " + route,
                    "does not exist",
                    Nearest.question(route, routes.keySet(), "See: dateline routes list"));
        }
        return kafka.topics().ownRoute(route);
    }

    /** A signal ends it: the interrupt has done its work then, and must not disturb closing. */
    private void follow(Consumer<String, byte[]> consumer, Topic<EnrichedArticle> topic, TagFilter filter) {
        var out = spec.commandLine().getOut();
        var shown = 0;
        try {
            while (shown < limit) {
                for (var record : consumer.poll(POLL)) {
                    var article = read(record, topic);
                    if (shown < limit && article != null && filter.test(article)) {
                        out.println(json ? article.toString() : text(article));
                        shown++;
                    }
                }
                out.flush();
            }
        } catch (InterruptException e) {
            Thread.interrupted();
        }
    }

    private @Nullable Instant start() throws StartException {
        return since == null ? null : Since.ago("--since", since);
    }

    private static void seek(Consumer<String, byte[]> consumer, String topic, @Nullable Instant start) {
        var partitions = PartitionReader.partitionsOf(consumer, topic);
        consumer.assign(partitions);
        if (start == null) {
            consumer.seekToEnd(partitions);
        } else {
            PartitionReader.seekTo(consumer, partitions, start);
        }
    }

    /** Gives null for what is no article: a tombstone, or what cannot be read. */
    private @Nullable EnrichedArticle read(ConsumerRecord<String, byte[]> record, Topic<EnrichedArticle> topic) {
        if (record.value() == null) {
            return null;
        }
        try {
            return topic.values().deserializer().deserialize(record.topic(), record.value());
        } catch (UnreadableRecordException e) {
            spec.commandLine().getErr().println("skipped offset " + record.offset() + ": " + e.getMessage());
            return null;
        }
    }

    /** The title first, since that is what people look for; then who and when, and what it is about. */
    private String text(EnrichedArticle article) {
        var outlet = article.getPublisher().getOutlet();
        return Stream.of(
                        article.getTitle().isBlank() ? "(" + event(article) + ")" : article.getTitle(),
                        "  %s  %s  %s"
                                .formatted(
                                        article.getEventTime().truncatedTo(ChronoUnit.SECONDS),
                                        outlet == null ? article.getSourceId() : outlet,
                                        event(article)),
                        "  " + tags(article),
                        "  " + article.getUrl())
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String event(EnrichedArticle article) {
        var event = article.getEvent().name().toLowerCase(Locale.ROOT);
        return article.getVersion() == 1 ? event : event + ", version " + article.getVersion();
    }

    private String tags(EnrichedArticle article) {
        var regions = TagFilter.about(article).map(labels::region);
        var themes = article.getThemes().stream().limit(MOST_THEMES).map(tag -> labels.theme(tag.getCode()));
        return Stream.concat(regions, themes).collect(Collectors.joining("; "));
    }
}
