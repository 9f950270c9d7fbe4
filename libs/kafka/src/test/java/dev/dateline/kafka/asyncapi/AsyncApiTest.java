package dev.dateline.kafka.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.asyncapi.AsyncApi.Place;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.testkit.GoldenFile;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Place HERE = new Place(KafkaSettings.BOOTSTRAP.fallback(), false, "http://localhost:8080");

    private final TopicCatalogue catalogue = TopicCatalogue.load();
    private final AsyncApi description = new AsyncApi(catalogue, ReleasedSchemas.load());
    private final JsonNode document = description.document(HERE);

    @Test
    void shouldDescribeWhatPeopleMaySubscribeTo() {
        GoldenFile.verify(
                "../../docs/reference/asyncapi.yaml",
                "# Generated from schemas/topics.yaml, schemas/released and EventHeaders; do not edit.\n"
                        + description.yaml(HERE));
    }

    @Test
    void shouldWriteYamlThatReadsAsTheSame() throws Exception {
        // As text: a small number is a long when it is written, and none when it is read
        assertThat(new YAMLMapper().readTree(description.yaml(HERE))).hasToString(document.toString());
    }

    @Test
    void shouldLeadSomewhereWithEveryReference() {
        var references = document.findValuesAsText("$ref");
        assertThat(references)
                .hasSizeGreaterThan(20)
                .allSatisfy(reference -> assertThat(
                                document.at(reference.substring(1)).isMissingNode())
                        .isFalse());
    }

    @Test
    void shouldGiveEveryChannelAMessageAndAnOperation() {
        var channels = new ArrayList<String>();
        document.path("operations")
                .forEach(operation -> channels.add(operation.at("/channel/$ref").asText()));

        assertThat(document.path("channels").properties()).isNotEmpty().allSatisfy(channel -> {
            assertThat(channel.getValue().path("messages")).isNotEmpty();
            assertThat(channels).contains("#/channels/" + channel.getKey());
        });
        assertThat(channels).doesNotHaveDuplicates().hasSameSizeAs(document.path("channels"));
    }

    @Test
    void shouldHaveSchemasThatAvroReads() {
        var schema = document.at("/components/schemas/EnrichedArticle/schema").toString();
        assertThat(new Schema.Parser().parse(schema)).isEqualTo(EnrichedArticle.getClassSchema());
    }

    @Test
    void shouldNameTheMembersOfFamilies() {
        assertThat(document.at("/channels/region/parameters/member/enum"))
                .extracting(JsonNode::asText)
                .contains("kz", "143");
        assertThat(document.at("/channels/region/parameters/member/x-members"))
                .extracting(member -> member.path("label").asText())
                .contains("Kazakhstan", "Central Asia");
        assertThat(document.at("/channels/theme/parameters/member/x-members"))
                .extracting(member -> member.path("label").asText())
                .contains("health");
    }

    @Test
    void shouldNotDescribeWhatIsBetweenServices() {
        var addresses = document.path("channels").findValuesAsText("address");
        assertThat(addresses)
                .contains("news.article.enriched.v1", "news.region.{member}.v1")
                .doesNotContainAnyElementsOf(List.of(
                        catalogue.topic("visit").name(),
                        catalogue.topic("dead-letter").name(),
                        catalogue.topic("route-refill").name()));
    }
}
