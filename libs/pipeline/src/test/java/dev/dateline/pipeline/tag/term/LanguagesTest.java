package dev.dateline.pipeline.tag.term;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class LanguagesTest {
    private final Languages languages;

    LanguagesTest() throws IOException {
        languages = new Languages(new YAMLMapper().readTree(getClass().getResource("../languages.yaml")));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "languages.csv", delimiter = '|', numLinesToSkip = 1)
    void shouldTellALanguageByOneSentence(String language, String text) {
        assertThat(languages.of(null, "", text)).isEqualTo(language);
        assertThat(languages.of("und", "", text)).isEqualTo(language);
    }

    @Test
    void shouldTrustWhatTheArticleSays() {
        assertThat(languages.of("KK-Cyrl", "", "The river was high.")).isEqualTo("kk");
    }

    @Test
    void shouldReadTextWithoutLettersAsEnglish() {
        assertThat(languages.of(null, "", "2026")).isEqualTo("en");
    }
}
