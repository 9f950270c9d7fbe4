package dev.dateline.standalone;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A broker, a database, a running router and sink, and a command line: what routes need. */
final class RoutedWorld implements AutoCloseable {
    final EmbeddedDatabase postgres = EmbeddedDatabase.temporary();
    private final EmbeddedKafka broker = EmbeddedKafka.temporary();
    private final List<Service> services = new ArrayList<>();
    final ClusterUser user;

    /** @param folder of the router's state */
    RoutedWorld(Path folder) throws StartException, InterruptedException {
        user = new ClusterUser(broker.bootstrap(), 2);
        new TopicProvisioner(loader(RouterMain.DEFINITION).load())
                .apply(user.kafka().topics().catalogue());
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
        try (var producer = Clients.producer(user.kafka(), "test")) {
            var record = user.kafka().topics().enriched().record(article.getArticleId(), article);
            EventHeaders.write(article, record.headers());
            producer.send(record).get();
        }
    }

    @Override
    public void close() {
        services.forEach(Service::close);
        broker.close();
        postgres.close();
    }
}
