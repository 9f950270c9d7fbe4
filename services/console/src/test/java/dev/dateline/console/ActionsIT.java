package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.console.json.Json;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.operate.AuditLog;
import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.OperatorAction;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.testkit.Articles;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What operators can do over HTTP, and who cannot. */
class ActionsIT {
    private static final String[] SIGNED = {
        "Authorization", "Bearer " + RunningConsole.TOKEN, "Content-Type", "application/json"
    };

    private static RunningConsole console;

    @BeforeAll
    static void start() throws Exception {
        console = new RunningConsole(0);
    }

    @AfterAll
    static void stop() {
        console.close();
    }

    @Test
    void shouldKnowWhoShowsAToken() throws Exception {
        assertThat(console.act("session", "{}", SIGNED).body()).isEqualTo("{\"actor\":\"night-shift\"}");
    }

    @Test
    void shouldRefuseWhoeverShowsNoneOrAWrongOne() throws Exception {
        var json = new String[] {"Content-Type", "application/json"};
        assertThat(console.act("session", "{}", json).statusCode()).isEqualTo(401);
        assertThat(console.act("session", "{}", with(json, "Authorization", "Bearer nonsense-nonsense"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(console.act("sources/one/pause", "{}", json).headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer");
    }

    @Test
    void shouldRefuseWhatAPageElsewhereForged() throws Exception {
        assertThat(console.act("session", "{}", with(SIGNED, "Origin", "https://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.act("session", "{}", with(SIGNED, "Origin", "null")).statusCode())
                .isEqualTo(403);
        assertThat(console.act("session", "{}", with(SIGNED, "Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(console.act("session", "a=b", "Authorization", SIGNED[1], "Content-Type", "text/plain")
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void shouldMakeWhoeverGuessesWait() throws Exception {
        var wrong = new String[] {"Content-Type", "application/json", "Authorization", "Bearer 0000000000000000"};
        for (var guess = 0; guess < 20; guess++) {
            console.act("session", "{}", wrong);
        }
        assertThat(console.act("session", "{}", SIGNED).statusCode()).isEqualTo(429);
        console.restart();
        assertThat(console.act("session", "{}", SIGNED).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSayWhatIsWrongWithAnOrder() throws Exception {
        assertThat(refusal("dead-letters/retry", "{\"ids\":[]}")).contains("ids must be a list");
        assertThat(refusal("dead-letters/discard", "{\"ids\":[\"0-0\"]}")).contains("note must say why");
        assertThat(refusal("dead-letters/explode", "{\"ids\":[\"0-0\"]}")).contains("retried or discarded");
        assertThat(refusal("sources/none/pause", "{}")).contains("No such source");
        assertThat(refusal("sources/none/interval", "{\"least\":0,\"most\":5}")).contains("least must be seconds");
        assertThat(refusal("withdraw", "{\"articleId\":\"none\",\"note\":\"x\"}"))
                .contains("No topic has");
        assertThat(refusal("sources/none/test", "{}")).contains("No such source");
        assertThat(refusal("test", "{\"url\":\"file:///etc/passwd\"}")).contains("url must be a web address");
        assertThat(refusal("test", "{\"url\":\"https://a.example\",\"kind\":\"odd\"}"))
                .contains("kind must be feed, sitemap or page");
        assertThat(refusal("trials", "{\"commandId\":\"x\"}")).contains("that of the ticket");
        assertThat(refusal("withdraw", "{\"words\":\"the dam\",\"note\":\"x\"}"))
                .contains("articleIds must be a list");
        assertThat(refusal("find", "{\"words\":\"of\"}")).contains("3 letters or more");
        assertThat(refusal("withdraw", "no json")).contains("Send a JSON object");
        assertThat(refusal("withdraw", " ".repeat(70_000) + "{}")).contains("at most 65536 bytes");
    }

    @Test
    void shouldRetryADeadLetterAndKeepWhoDidIt() throws Exception {
        var id = letter("clean", new byte[10 << 20]);
        var shown = Json.parse(console.get("/api/dead-letters/" + id).body());
        assertThat(shown.path("unreadable").asText()).isEqualTo("no released schema has id 0");
        assertThat(shown.at("/letter/size").asInt()).isEqualTo(10 << 20);
        assertThat(shown.toString().length()).isLessThan(20_000);

        var ids = "{\"ids\":[\"" + id + "\"],\"dryRun\":%s}";
        assertThat(ok("dead-letters/retry", ids.formatted(true))).contains("WOULD_BE_DONE");
        assertThat(ok("dead-letters/retry", ids.formatted(false))).contains("SENT");
        assertThat(ok("dead-letters/retry", ids.formatted(false))).contains("ANSWERED_BEFORE");

        assertThat(read(console.kafka.topics().raw()))
                .filteredOn(record -> record.key().equals("a"))
                .hasSize(1);
        assertThat(acts(id)).singleElement().satisfies(entry -> {
            assertThat(entry.getActor()).isEqualTo("night-shift");
            assertThat(entry.getAction()).isEqualTo(OperatorAction.RETRY);
        });
        assertThat(console.get("/api/acts").body()).contains("night-shift");
    }

    @Test
    void shouldPauseASourceAndChangeItsInterval() throws Exception {
        var source = Source.newBuilder()
                .setId("one")
                .setName("One")
                .setUrl("https://one.example/feed")
                .setPublisher(new Publisher(null, null, null))
                .build();
        console.send(Topics::source, "one", source);

        ok("sources/one/pause", "{\"note\":\"it repeats itself\"}");
        ok("sources/one/interval", "{\"least\":60,\"most\":600}");
        ok("sources/one/fetch-now", "{}");

        await().untilAsserted(() -> {
            var newest = newest(console.kafka.topics().source());
            assertThat(newest.getEnabled()).isFalse();
            assertThat(newest.getMaxIntervalSeconds()).isEqualTo(600);
            assertThat(newest(console.kafka.topics().sourceCommand()).getSourceId())
                    .isEqualTo("one");
        });
        ok("sources/one/resume", "{}");
        await().untilAsserted(() ->
                assertThat(newest(console.kafka.topics().source()).getEnabled()).isTrue());
        await().untilAsserted(() -> assertThat(acts("one"))
                .extracting(AuditEntry::getAction)
                .containsExactly(
                        OperatorAction.PAUSE,
                        OperatorAction.SET_INTERVAL,
                        OperatorAction.FETCH_NOW,
                        OperatorAction.RESUME));
    }

    @Test
    void shouldTakeAnArticleDown() throws Exception {
        console.send(
                Topics::unique,
                "taken",
                Articles.unique("taken", "Dam", "The dam is full.").build());

        ok("withdraw", "{\"articleId\":\"taken\",\"note\":\"a court says so\"}");

        await().untilAsserted(() -> {
            assertThat(newest(console.kafka.topics().takedown()).getReason()).isEqualTo("a court says so");
            assertThat(newest(console.kafka.topics().raw()).getWithdrawnReason())
                    .isEqualTo("a court says so");
        });
        assertThat(acts("taken")).hasSize(1);
    }

    @Test
    void shouldFindManyByWordsAndTakeDownThoseThatAreNamed() throws Exception {
        for (var id : List.of("one", "two", "three")) {
            console.send(
                    Topics::unique,
                    "many-" + id,
                    Articles.unique("many-" + id, "A bridge", "The bridge is " + id + " mile long.")
                            .build());
        }
        var found = Json.parse(ok("find", "{\"words\":\"the BRIDGE is\"}"));
        assertThat(found.path("count").asInt()).isEqualTo(3);
        assertThat(Json.parse(ok("find", "{\"words\":\"the bridge is\",\"source\":\"other\"}"))
                        .path("count")
                        .asInt())
                .isZero();

        ok("withdraw", "{\"articleIds\":[\"many-one\",\"many-two\"],\"note\":\"it fell\"}");

        await().untilAsserted(() -> {
            assertThat(acts("many-one")).hasSize(1);
            assertThat(acts("many-two")).hasSize(1);
            assertThat(acts("many-three")).isEmpty();
        });
    }

    private static String refusal(String path, String body) throws Exception {
        var answer = console.act(path, body, SIGNED);
        assertThat(answer.statusCode()).isBetween(400, 404);
        return answer.body();
    }

    private static String ok(String path, String body) throws Exception {
        HttpResponse<String> answer = console.act(path, body, SIGNED);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String letter(String stage, byte[] value) throws Exception {
        var fault = new DeadLetters.Fault(
                stage, console.kafka.topics().raw().name(), 0, 0, new IllegalStateException("a bug"));
        var headers = DeadLetters.headers(new RecordHeaders(), fault);
        try (var producer = Clients.producer(console.kafka, "test")) {
            var sent = producer.send(new ProducerRecord<>(
                            console.kafka.topics().deadLetter().name(), 0, "a", value, headers))
                    .get();
            return sent.partition() + "-" + sent.offset();
        }
    }

    private static List<AuditEntry> acts(String subject) {
        return new AuditLog(console.kafka)
                .entries().stream()
                        .filter(entry -> entry.getSubject().equals(subject))
                        .toList();
    }

    private static <V> V newest(Topic<V> topic) {
        var records = read(topic);
        assertThat(records).isNotEmpty();
        var last = records.get(records.size() - 1);
        return topic.values().deserializer().deserialize(topic.name(), last.value());
    }

    private static List<ConsumerRecord<String, byte[]>> read(Topic<?> topic) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = Clients.consumer(console.kafka, "test", null, "earliest")) {
            PartitionReader.readToEnd(consumer, topic.name(), records::add);
        }
        return records;
    }

    private static String[] with(String[] headers, String... more) {
        return Stream.of(headers, more).flatMap(Stream::of).toArray(String[]::new);
    }
}
