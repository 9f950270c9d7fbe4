package dev.dateline.pipeline.tag;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole articles of our own with the tags that a reader would give them. */
class GoldenTagsTest {
    private static final Tagger TAGGER = Tagger.load();

    @ParameterizedTest
    @ValueSource(strings = {"en-corridor", "ru-quake", "kk-parliament"})
    void shouldTagArticle(String name) throws IOException {
        var golden = new YAMLMapper().readTree(getClass().getResource("golden/" + name + ".yaml"));

        var tags = TAGGER.tag(
                golden.path("title").asText(),
                golden.path("text").asText(),
                golden.path("language").asText(),
                null);

        assertThat(codes(tags, RegionRole.ABOUT)).containsAll(strings(golden.path("about")));
        assertThat(codes(tags, RegionRole.DATELINE)).containsExactlyElementsOf(strings(golden.path("dateline")));
        assertThat(tags.themes().stream().map(ThemeTag::getCode)).containsAll(strings(golden.path("themes")));
    }

    private static List<String> codes(Tags tags, RegionRole role) {
        return tags.regions().stream()
                .filter(t -> t.getRole() == role)
                .map(RegionTag::getCode)
                .toList();
    }

    private static List<String> strings(JsonNode list) {
        var strings = new ArrayList<String>();
        list.forEach(n -> strings.add(n.asText()));
        return strings;
    }
}
