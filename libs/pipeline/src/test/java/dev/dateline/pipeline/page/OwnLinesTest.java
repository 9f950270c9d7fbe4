package dev.dateline.pipeline.page;

import static dev.dateline.pipeline.page.Cleaning.PROSE;
import static dev.dateline.pipeline.page.Cleaning.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dateline.testkit.Articles;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnLinesTest {
    private static final String BODY = "<p>The Ferry Club keeps this page alive</p><p>" + PROSE + "</p><p>" + PROSE
            + "</p><p>Ring the harbour desk: 555 0199</p>";

    @Test
    void shouldTakeOutWhatAnOperatorNames() {
        assertThat(text("{}")).contains("Ferry Club", "harbour desk");
        assertThat(text("alone: [the ferry club keeps this page alive]\nbeginnings: [Ring the harbour desk]"))
                .startsWith("The council of Port Ellery")
                .doesNotContain("Ferry Club", "harbour desk");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "alone: [a] \\n allone: [b] | line 2 | allone",
                "closings: {a: b}             | line 1 | List",
                "alone: ['...']               |        | has no letter",
                "alone: [                     | line   | ",
            })
    void shouldNameWhatIsWrong(String yaml, String place, String what) {
        assertThatThrownBy(() -> OwnLines.parse(yaml.replace(" \\n ", "\n")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(place == null ? "" : place)
                .hasMessageContaining(what == null ? "" : what);
    }

    private static String text(String yaml) {
        var cleaner = new ArticleCleaner(
                CleanerLimits.DEFAULT, OwnLines.parse(yaml), LearntBoilerplate.NONE, (title, text) -> Optional.empty());
        return cleaner.apply(Articles.raw("ferry", page("<title>Ferry</title>", BODY))
                        .build())
                .fold(article -> article.getText(), (reason, detail) -> reason.name());
    }
}
