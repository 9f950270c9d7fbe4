package dev.dateline.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSearchTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "dam, dam",
                "北京, '\"北 京\"'",
                "dam -北京 x, 'dam -\"北 京\" x'",
                "'\"访问 北京\"', '\" 访 问   北 京 \"'",
            })
    void shouldMakePhrasesOfUnspacedScripts(String text, String spaced) {
        assertThat(TextSearch.spaced(text)).isEqualTo(spaced);
    }
}
