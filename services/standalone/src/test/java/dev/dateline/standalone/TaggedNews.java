package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.ThemeTag;
import dev.dateline.schema.UniqueArticle;
import dev.dateline.sink.SinkConfig;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The standalone program without sources, for tests that put unique articles in and look at what is tagged. */
record TaggedNews(Standalone standalone) implements AutoCloseable {

    TaggedNews(Path data) throws Exception {
        this(Standalone.start(data, NewsroomRun.options("--set", "console.port=0"), Map.of()));
    }

    Topics topics() {
        return standalone.kafka().topics();
    }

    Topic<EnrichedArticle> enriched() {
        return topics().enriched();
    }

    void send(UniqueArticle article) {
        send(topics().unique(), article.getArticle().getArticleId(), article);
    }

    <V> void send(Topic<V> topic, String key, V value) {
        send(topic.name(), key, topic.values().serializer().serialize(topic.name(), value));
    }

    void send(String topic, String key, byte[] value) {
        try (var producer = Clients.producer(standalone.kafka(), "test")) {
            producer.send(new ProducerRecord<>(topic, key, value));
        }
    }

    /** The last enriched record of an article; null when there is none. */
    ConsumerRecord<String, byte[]> lastRecord(String id) {
        return records(enriched()).stream()
                .filter(record -> record.key().equals(id))
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The last enriched version of an article, which must be there. */
    EnrichedArticle last(String id) {
        var record = lastRecord(id);
        assertThat(record).as(id).isNotNull();
        return enriched().values().deserializer().deserialize(record.topic(), record.value());
    }

    List<ConsumerRecord<String, byte[]>> records(Topic<?> topic) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = Clients.consumer(standalone.kafka(), "test", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), records::add);
        }
        return records;
    }

    static List<String> themes(EnrichedArticle article) {
        return article.getThemes().stream().map(ThemeTag::getCode).toList();
    }

    static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    /** The first column of a query. */
    List<String> query(String sql) throws Exception {
        var rows = new ArrayList<String>();
        try (var connection = DriverManager.getConnection(standalone.settings().get(SinkConfig.URL));
                var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        }
        return rows;
    }

    /** Runs a command against the program's broker; gives its exit code. */
    int run(Writer printed, String... arguments) {
        var bootstrap = standalone.kafka().properties().get("bootstrap.servers");
        var all = Stream.of(arguments, new String[] {"--set", KafkaSettings.BOOTSTRAP.key() + "=" + bootstrap})
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        var writer = new PrintWriter(printed, true);
        return DatelineMain.commandLine().setOut(writer).setErr(writer).execute(all);
    }

    @Override
    public void close() {
        standalone.close();
    }
}
