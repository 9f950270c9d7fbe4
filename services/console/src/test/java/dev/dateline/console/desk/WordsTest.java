package dev.dateline.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest(name = "{0} has {1}: {2}")
    @CsvSource(textBlock = """
            The dam is FULL.,              dam full,    true
            The dam is FULL.,              dams,        false
            The dam-keeper's son,          keeper,      true
            Выборы прошли,                 ВЫБОРЫ,      true
            Қазақстан туралы,              қазақстан,   true
            Ambassador,                    assad,       false
            哈萨克斯坦总统今天访问北京。,      访问北京,     true
            哈萨克斯坦总统今天访问北京。,      北京访问,     false
            東京 Tokyo 2026,               tokyo 東京 2026, true
            𠮷野家,                        𠮷野,         true
            '',                            '',          true
            """)
    void shouldHaveTheWordsOfAText(String text, String asked, boolean has) {
        assertThat(Words.of(text).hasAll(Words.of(asked))).isEqualTo(has);
    }
}
