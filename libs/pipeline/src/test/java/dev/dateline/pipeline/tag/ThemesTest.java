package dev.dateline.pipeline.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.ThemeTag;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What makes an article of a theme, and what only touches on one: one row each in themes.csv, which anyone can extend. */
class ThemesTest {
    private static final Tagger TAGGER = Tagger.load();
    /** Makes an article out of a few sentences without adding a word. */
    private static final String LENGTH = " …".repeat(400);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "themes.csv", delimiter = '|', numLinesToSkip = 1, quoteCharacter = '\0')
    void shouldTellThemesFromWhatIsMentionedInPassing(
            String language, String title, String text, String present, String absent) {
        var codes = TAGGER.tag(title, text + LENGTH, language, null).themes().stream()
                .map(ThemeTag::getCode)
                .toList();

        assertThat(codes).containsAll(codes(present));
        codes(absent).forEach(code -> assertThat(codes).doesNotContain(code));
    }

    private static List<String> codes(String list) {
        return Arrays.stream(list.split(" ", -1))
                .filter(number -> !number.equals("-"))
                .map("medtop:"::concat)
                .toList();
    }
}
