package dev.dateline.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.kafka.serde.BundledSchemaIds;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.testkit.GoldenFile;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {
    private final TopicCatalogue catalogue = TopicCatalogue.load();

    @Test
    void shouldNameTopicsOnceAndInLegalCharacters() {
        var names = catalogue.all().stream().map(TopicSpec::name).toList();
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z0-9.-]+"));
    }

    @Test
    void shouldKeepTheLogInOnePartition() {
        assertThat(catalogue.topic("clean").partitions()).isEqualTo(1);
    }

    @Test
    void shouldKeepVisitsBesideTheirSources() {
        assertThat(catalogue.topic("visit").partitions())
                .isEqualTo(catalogue.topic("source").partitions());
    }

    @Test
    void shouldSayRetentionInKafkasWords() {
        assertThat(catalogue.topic("enriched").config())
                .containsEntry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact,delete")
                .containsEntry(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(90L * 24 * 3600 * 1000))
                .containsEntry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, String.valueOf(7L * 24 * 3600 * 1000));
    }

    @Test
    void shouldGiveFamiliesByTagCode() {
        assertThat(catalogue.family("region").topicByCode()).containsEntry("143", "news.region.143.v1");
        assertThat(catalogue.family("theme").topicByCode())
                .containsEntry("medtop:11000000", "news.theme.politics-and-government.v1");
    }

    @Test
    void shouldHaveAReleasedSchemaForEveryTopic() {
        var released = ReleasedSchemas.load();
        assertThat(catalogue.all())
                .filteredOn(TopicSpec::hasSchema)
                .allSatisfy(topic -> assertThat(released.of(topic.value())).isNotEmpty());
        assertThat(new Topics(catalogue, new BundledSchemaIds(released)).raw().name())
                .isEqualTo("news.article.raw.v1");
    }

    @Test
    void shouldDocumentEveryTopic() {
        GoldenFile.verify("../../docs/reference/topics.md", TopicsPage.markdown(catalogue));
    }
}
