package dev.dateline.console.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.schema.EnrichedArticle;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RegistryTest {
    private static final String ENRICHED = "news.article.enriched.v1-value";
    private static final String KAZAKHSTAN = "news.region.kz.v1-value";

    private final ReleasedSchemas released = ReleasedSchemas.load();
    private final Registry registry = new Registry(released, TopicCatalogue.load());

    private static void assertRefused(int status, int code, ThrowingCallable request) {
        assertThatExceptionOfType(RegistryException.class).isThrownBy(request).satisfies(e -> {
            assertThat(e.status()).isEqualTo(status);
            assertThat(e.body().error_code()).isEqualTo(code);
        });
    }

    @Test
    void shouldHaveASubjectForEveryTopicWithASchema() {
        assertThat(registry.subjects())
                .contains(ENRICHED, KAZAKHSTAN, "news.theme.sport.v1-value", "news.source.v1-value")
                .doesNotContain("news.article.dlq.v1-value");
    }

    @Test
    void shouldGiveEveryReleasedSchemaByItsId() {
        assertThat(released.all())
                .allSatisfy(release -> assertThat(
                                registry.schema(Integer.toString(release.id())).schema())
                        .isEqualTo(release.schema()));
    }

    @Test
    void shouldFindTheCompiledSchemaWhateverItsDocumentation() {
        var schema = EnrichedArticle.getClassSchema().toString();
        var withoutDoc = schema.replaceFirst("\"doc\":\"[^\"]*\",", "");

        var found = registry.lookUp(KAZAKHSTAN, withoutDoc);

        assertThat(withoutDoc).isNotEqualTo(schema);
        assertThat(found.id()).isEqualTo(registry.version(ENRICHED, "latest").id());
        assertThat(registry.register(ENRICHED, schema).id()).isEqualTo(found.id());
        assertThat(registry.versionsOf(Integer.toString(found.id())))
                .contains(new Registry.SubjectVersion(KAZAKHSTAN, found.version()));
    }

    @Test
    void shouldAnswerErrorsAsConfluentDoes() {
        assertRefused(404, 40401, () -> registry.versions("news.unknown.v1-value"));
        assertRefused(404, 40402, () -> registry.version(ENRICHED, "77"));
        assertRefused(404, 40403, () -> registry.schema("9999"));
        assertRefused(404, 40403, () -> registry.schema("first"));
        assertRefused(404, 40403, () -> registry.lookUp(ENRICHED, "\"string\""));
        assertRefused(422, 42201, () -> registry.lookUp(ENRICHED, "{no schema"));
        assertRefused(422, 42202, () -> registry.version(ENRICHED, "0"));
        assertRefused(422, 42205, () -> registry.register(ENRICHED, "\"string\""));
    }
}
