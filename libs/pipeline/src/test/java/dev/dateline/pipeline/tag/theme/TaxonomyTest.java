package dev.dateline.pipeline.tag.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.pipeline.tag.file.TaxonomyException;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.pipeline.tag.term.Inflection;
import dev.dateline.pipeline.tag.term.Lexicon;
import dev.dateline.schema.ThemeTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TaxonomyTest {
    private static final Set<String> SIX_LANGUAGES = Set.of("en", "ru", "kk", "ky", "uz", "zh");
    private static final Set<String> ALL_LANGUAGES =
            Set.of("en", "ru", "kk", "ky", "uz", "tg", "tk", "zh", "tr", "uk", "fa", "ar", "de", "fr", "es");

    @Test
    void shouldSayWhatIsWrongWhereAndWhatMendsIt() throws IOException {
        var told = problems(new TaxonomyFile("broken.yaml", resource("broken.yaml")));

        assertThat(told)
                .containsExactlyElementsOf(resource("broken.txt").lines().toList());
    }

    @Test
    void shouldSayWhereYamlIsBroken() {
        assertThat(problems(new TaxonomyFile("a.yaml", "- id: custom:a\n  label: [a\n")))
                .singleElement()
                .asString()
                .startsWith("a.yaml:2: no valid YAML: while parsing a flow sequence");
    }

    @Test
    void shouldRefuseAFileWithoutThemes() {
        assertThat(problems(new TaxonomyFile("a.yaml", "")))
                .singleElement()
                .asString()
                .startsWith("a.yaml:1: ");
    }

    @Test
    void shouldSpeakForAThemeOnlyBesideWhatItNeeds() throws IOException {
        var tagger = tagger(new TaxonomyFile("a.yaml", resource("custom.yaml")));

        assertThat(codes(tagger, "Mercury prices rise")).isEmpty();
        assertThat(codes(tagger, "Mercury prices rise, says the mine")).containsExactly("custom:mercury");
        assertThat(codes(tagger, "A mine")).isEmpty();
    }

    @Test
    void shouldSpeakAgainstATheme() throws IOException {
        var tagger = tagger(new TaxonomyFile("a.yaml", resource("custom.yaml")));

        assertThat(codes(tagger, "A mine for mercury on the planet Mercury")).isEmpty();
    }

    @Test
    void shouldLetALongerTermHideAShorterOne() throws IOException {
        var tagger = tagger(new TaxonomyFile("a.yaml", resource("custom.yaml")));

        assertThat(codes(tagger, "Freddie Mercury sings in a mine")).isEmpty();
    }

    @Test
    void shouldKnowALanguageByItsTerms() throws IOException {
        var tagger = tagger(new TaxonomyFile("a.yaml", resource("custom.yaml")));

        assertThat(tagger.speaks("en")).isTrue();
        assertThat(tagger.speaks("is")).isFalse();
    }

    @Test
    void shouldHaveTermsForEveryTopicInEveryLanguage() throws IOException {
        for (var file : ThemeTagger.builtIn()) {
            var topic = new YAMLMapper().readTree(builtIn(file)).get(0).path("terms");
            assertThat(names(topic)).as(file).containsAll(ALL_LANGUAGES);
        }
    }

    @Test
    void shouldHaveEightySubtopicsInSixLanguages() throws IOException {
        var full = new HashMap<String, String>();
        for (var file : ThemeTagger.builtIn()) {
            new YAMLMapper().readTree(builtIn(file)).forEach(entry -> {
                if (entry.has("parent") && names(entry.path("terms")).containsAll(SIX_LANGUAGES)) {
                    full.put(entry.path("id").asText(), entry.path("label").asText());
                }
            });
        }
        assertThat(full).hasSizeGreaterThanOrEqualTo(80);
    }

    private static Set<String> names(JsonNode node) {
        var names = new HashSet<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> codes(ThemeTagger tagger, String title) {
        var lexicon = new Lexicon(Inflection.NONE);
        tagger.learn("en", lexicon);
        lexicon.freeze();
        return tagger.tag(lexicon.read(title), lexicon.read(""), "en").stream()
                .map(ThemeTag::getCode)
                .toList();
    }

    private static ThemeTagger tagger(TaxonomyFile... files) {
        var problems = new ArrayList<TaxonomyProblem>();
        var tagger = new ThemeTagger(List.of(), List.of(files), problems);
        TaxonomyException.throwIfAny(problems);
        return tagger;
    }

    private static List<String> problems(TaxonomyFile file) {
        var told = new ArrayList<String>();
        assertThatThrownBy(() -> tagger(file))
                .isInstanceOfSatisfying(
                        TaxonomyException.class, e -> e.problems().forEach(p -> told.add(p.toString())));
        return told;
    }

    private static String builtIn(String name) throws IOException {
        return resource("../" + name);
    }

    private static String resource(String name) throws IOException {
        try (var in = TaxonomyTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
