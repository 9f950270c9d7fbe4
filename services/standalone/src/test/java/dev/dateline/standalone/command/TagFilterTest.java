package dev.dateline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.StartException;
import dev.dateline.testkit.Articles;
import org.junit.jupiter.api.Test;

class TagFilterTest {
    private static final TagLabels LABELS = TagLabels.load();

    @Test
    void shouldTakeCodesAndNamesInAnyCase() throws StartException {
        assertThat(TagFilter.code("--region", "kz", LABELS.regions())).isEqualTo("KZ");
        assertThat(TagFilter.code("--region", "Central asia", LABELS.regions())).isEqualTo("143");
        assertThat(TagFilter.code("--region", "European Union", LABELS.regions()))
                .isEqualTo("group:eu");
        assertThat(TagFilter.code("--theme", "medtop:04000000", LABELS.themes()))
                .isEqualTo("medtop:04000000");
        assertThat(TagFilter.code("--theme", "custom:minerals", LABELS.themes()))
                .isEqualTo("custom:minerals");
    }

    @Test
    void shouldNameWhatMayHaveBeenMeant() {
        assertThatThrownBy(() -> TagFilter.code("--region", "Kazakstan", LABELS.regions()))
                .isInstanceOfSatisfying(
                        StartException.class,
                        e -> assertThat(e.report()).contains("--region Kazakstan", "Did you mean", "Kazakhstan (KZ)"));
    }

    @Test
    void shouldTakeALanguageInAnyScriptOfIt() throws StartException {
        var filter = new TagFilter(null, null, TagFilter.language("--language", "ZH"));

        assertThat(filter.test(Articles.enriched("a", 1).setLanguage("zh-Hant").build()))
                .isTrue();
        assertThat(filter.test(Articles.enriched("a", 1).setLanguage("zhx").build()))
                .isFalse();
        assertThatThrownBy(() -> TagFilter.language("--language", "Russian, please"))
                .isInstanceOfSatisfying(
                        StartException.class,
                        e -> assertThat(e.report()).contains("--language Russian, please: is no language"));
    }
}
