package dev.dateline.standalone;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.router.RouterMain;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.sink.SinkConfig;
import dev.dateline.sink.SinkMain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A broker, a database, a running router and sink, and a command line: what routes need. */
final class RoutedWorld implements AutoCloseable {
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final EmbeddedDatabase postgres = EmbeddedDatabase.temporary();
    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final List<Service> services = new ArrayList<>();
    final KafkaConnection kafka;

    /** @param folder of the router's state */
    RoutedWorld(Path folder) throws StartException, InterruptedException {
        var settings = loader(RouterMain.DEFINITION).load();
        kafka = KafkaConnection.from(settings);
        new TopicProvisioner(settings).apply(kafka.topics().catalogue());
        services.add(RouterMain.DEFINITION
                .factory()
                .create(new Environment(
                        loader(RouterMain.DEFINITION)
                                .set(
                                        StreamsSettings.STATE_DIRECTORY.key(),
                                        folder.resolve("streams").toString())
                                .load(),
                        new SimpleMeterRegistry())));
        services.add(SinkMain.DEFINITION
                .factory()
                .create(new Environment(
                        loader(SinkMain.DEFINITION)
                                .set(SinkConfig.URL.key(), postgres.url())
                                .load(),
                        new SimpleMeterRegistry())));
        for (var service : services) {
            service.start();
        }
    }

    private SettingsLoader loader(ServiceDefinition definition) {
        return new SettingsLoader(definition.settings())
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), "2");
    }

    void send(EnrichedArticle article) throws Exception {
        var topic = kafka.topics().enriched();
        try (var producer = Clients.producer(kafka, "test")) {
            var record = new ProducerRecord<>(
                    topic.name(),
                    article.getArticleId(),
                    topic.values().serializer().serialize(topic.name(), article));
            EventHeaders.write(article, record.headers());
            producer.send(record).get();
        }
    }

    List<ConsumerRecord<String, byte[]>> records(String topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic, records::add);
        }
        return records;
    }

    int run(String... arguments) {
        var all = Stream.of(arguments, new String[] {
                    "--set", KafkaSettings.BOOTSTRAP.key() + "=" + broker.bootstrap(),
                    "--set", KafkaSettings.REPLICATION.key() + "=1"
                })
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        return DatelineMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all);
    }

    @Override
    public void close() {
        services.forEach(Service::close);
        broker.close();
        postgres.close();
    }
}
