package dev.dateline.console;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** A console on a real broker with all topics, and a producer that brings it news. */
final class RunningConsole implements AutoCloseable {
    /** As an operator would show it. */
    static final String TOKEN = "0123456789abcdef-night";

    final EmbeddedKafka broker = EmbeddedKafka.temporary();
    final KafkaConnection kafka;
    private final Settings settings;
    private final Map<String, String> more;
    private final Producer<String, byte[]> producer;
    private final HttpClient http = HttpClient.newHttpClient();
    private ConsoleService console;

    RunningConsole(int port) throws Exception {
        this(port, Map.of());
    }

    /** Starts one with settings beyond those that every test has. */
    RunningConsole(int port, Map<String, String> more) throws Exception {
        this.more = more;
        settings = settings(port);
        new TopicProvisioner(settings)
                .apply(KafkaConnection.from(settings).topics().catalogue());
        kafka = KafkaConnection.from(settings);
        producer = Clients.producer(kafka, "sample-news");
        console = create();
        console.start();
    }

    private ConsoleService create() throws StartException {
        return (ConsoleService)
                ConsoleMain.DEFINITION.factory().create(new Environment(settings, new SimpleMeterRegistry()));
    }

    Settings settings(int port) throws StartException {
        var loader = new SettingsLoader(ConsoleMain.DEFINITION.settings());
        more.forEach(loader::set);
        return loader.set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.REPLICATION.key(), "1")
                .set(KafkaSettings.MAX_PARTITIONS.key(), "2")
                .set(ConsoleConfig.PORT.key(), Integer.toString(port))
                .set(ConsoleConfig.TOKENS.key(), "night-shift:" + TOKEN)
                .load();
    }

    ConsoleService service() {
        return console;
    }

    /** Ends the console and starts another one on the same broker. */
    void restart() throws StartException {
        console.close();
        console = create();
        console.start();
    }

    <V extends SpecificRecord> void send(Function<Topics, Topic<V>> choice, String key, @Nullable V value)
            throws Exception {
        begin(choice, key, value, Instant.now()).get();
    }

    /** Sends a record of some moment without waiting until it is there. */
    <V extends SpecificRecord> Future<RecordMetadata> begin(
            Function<Topics, Topic<V>> choice, String key, @Nullable V value, Instant at) {
        var topic = choice.apply(kafka.topics());
        var bytes = topic.values().serializer().serialize(topic.name(), value);
        return producer.send(new ProducerRecord<>(topic.name(), null, at.toEpochMilli(), key, bytes));
    }

    RecordMetadata sendBytes(String topic, String key, byte @Nullable [] value) throws Exception {
        return producer.send(new ProducerRecord<>(topic, key, value)).get();
    }

    String address(String path) {
        return "http://127.0.0.1:" + console.port() + path;
    }

    HttpResponse<String> get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address(path))).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address(path)))
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    /** Sends a request with any method; headers are names and values in turn. */
    HttpResponse<String> send(String method, String path, String body, String... headers) throws Exception {
        var publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(URI.create(address(path))).method(method, publisher);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends an order; headers are names and values in turn. */
    HttpResponse<String> act(String path, String body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address("/api/actions/" + path)))
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return http.send(request.headers(headers).build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        producer.close();
        console.close();
        broker.close();
    }
}
