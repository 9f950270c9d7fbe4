package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.RegistrySchemaIds;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.serde.SchemaRegistry;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.testkit.Articles;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Apicurio Registry holds our schemas, and strangers read our records by it. */
@Tag("slow")
class ApicurioIT {
    private static final String TOPIC = "news.article.enriched.v1";
    private static final String SUBJECT = SchemaRegistry.subjectOf(TOPIC);
    private static final String STRANGE =
            "{\"type\":\"record\",\"name\":\"Strange\",\"fields\":[{\"name\":\"x\",\"type\":\"int\"}]}";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static ApicurioRegistry registry;
    private static EmbeddedKafka broker;

    @BeforeAll
    static void start() throws Exception {
        registry = new ApicurioRegistry(folder);
        broker = EmbeddedKafka.temporary();
        assertThat(run("topics", "apply")).contains("schemas registered at " + registry.address());
    }

    @AfterAll
    static void stop() {
        if (broker != null) {
            broker.close();
        }
        if (registry != null) {
            registry.close();
        }
    }

    @Test
    void shouldHoldEverySubjectToTheRule() throws Exception {
        var subjects = json("/subjects");
        assertThat(subjects)
                .extracting(JsonNode::asText)
                .contains(SUBJECT, "news.region.kz.v1-value", "news.source.v1-value");
        for (var subject : subjects) {
            assertThat(json("/config/" + subject.asText())
                            .path("compatibilityLevel")
                            .asText())
                    .as(subject.asText())
                    .isEqualTo(SchemaRegistry.COMPATIBILITY);
        }
    }

    @Test
    void shouldRefuseASchemaThatDoesNotReadWhatIsThereAndNameItsSubject() {
        var strange = new Schema.Parser().parse(STRANGE);
        assertThatThrownBy(() -> new RegistrySchemaIds(registry.address()).idOf(TOPIC, strange))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("the registry refuses the schema of " + SUBJECT);
    }

    @Test
    void shouldTellTheOperatorWhichSubjectSomebodyElseHasTaken() throws Exception {
        var taken = SchemaRegistry.subjectOf("news.route.taken.v1");
        var body = JSON.createObjectNode().put("schema", STRANGE).toString();
        assertThat(registry.post("/subjects/" + taken + "/versions", body).statusCode())
                .isEqualTo(200);

        assertThat(fail("routes", "add", "taken", "region = KZ"))
                .contains("subject " + taken, "the registry refuses the schema")
                .doesNotContain("\tat ");
    }

    @Test
    void shouldRefuseToStartOnASubjectThatHasOnlyAnOlderVersion() throws Exception {
        var topic = kafka().topics().ownRoute("older");
        broker.createTopic(topic.name(), topic.spec().partitions());
        var check = new TopicCheck(kafka(), TopicAccess.writing(topic));
        var oldest = ReleasedSchemas.load().of("EnrichedArticle").get(0).schema();
        var body = JSON.createObjectNode().put("schema", oldest).toString();
        assertThat(registry.post("/subjects/" + SchemaRegistry.subjectOf(topic.name()) + "/versions", body)
                        .statusCode())
                .isEqualTo(200);

        assertThatThrownBy(check::verify)
                .isInstanceOf(StartException.class)
                .hasMessageContaining("subject news.route.older.v1-value: does not have the schema")
                .hasMessageContaining("dateline topics apply");

        new TopicProvisioner(settings()).apply(List.of(topic.spec()));
        check.verify();
    }

    @Test
    void shouldLetStrangersReadWhatIsWrittenByTheIdInTheRecord() throws Exception {
        var kafka = kafka();
        var article = Articles.enriched("a", 1).build();
        try (var producer = Clients.producer(kafka, "test")) {
            producer.send(kafka.topics().enriched().record("a", article)).get();
        }
        List<byte[]> values = new ArrayList<>();
        try (var consumer = Clients.consumer(kafka, "test", null, "earliest")) {
            PartitionReader.readToEnd(consumer, TOPIC, record -> values.add(record.value()));
        }

        assertThat(values).hasSize(1);
        assertThat(kafka.topics().enriched().values().deserializer().deserialize(TOPIC, values.get(0)))
                .isEqualTo(article);
        assertThat(readAsAStranger(values.get(0)).get("title")).hasToString(article.getTitle());
        assertThat(json("/subjects/" + SUBJECT + "/versions"))
                .as("what was registered is what is written")
                .hasSize(1);
    }

    private static GenericRecord readAsAStranger(byte[] value) throws Exception {
        var id = ByteBuffer.wrap(value, 1, 4).getInt();
        var schema = new Schema.Parser()
                .parse(json("/schemas/ids/" + id).path("schema").asText());
        return new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null));
    }

    private static KafkaConnection kafka() throws StartException {
        return KafkaConnection.from(settings());
    }

    private static Settings settings() throws StartException {
        return new SettingsLoader(KafkaSettings.ALL)
                .set(KafkaSettings.BOOTSTRAP.key(), broker.bootstrap())
                .set(KafkaSettings.SCHEMA_REGISTRY.key(), registry.address())
                .load();
    }

    private static JsonNode json(String path) throws Exception {
        var answer = registry.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private static String run(String... arguments) {
        var printed = new StringWriter();
        assertThat(execute(printed, arguments)).as(printed.toString()).isZero();
        return printed.toString();
    }

    private static String fail(String... arguments) {
        var printed = new StringWriter();
        assertThat(execute(printed, arguments)).isEqualTo(2);
        return printed.toString();
    }

    private static int execute(StringWriter printed, String... arguments) {
        var all = Stream.of(arguments, new String[] {
                    "--set", KafkaSettings.BOOTSTRAP.key() + "=" + broker.bootstrap(),
                    "--set", KafkaSettings.REPLICATION.key() + "=1",
                    "--set", KafkaSettings.MAX_PARTITIONS.key() + "=1",
                    "--set", KafkaSettings.SCHEMA_REGISTRY.key() + "=" + registry.address()
                })
                .flatMap(Arrays::stream)
                .toArray(String[]::new);
        var writer = new PrintWriter(printed, true);
        return DatelineMain.commandLine().setOut(writer).setErr(writer).execute(all);
    }
}
