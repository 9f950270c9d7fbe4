package dev.dateline.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page must never do, whatever a publisher writes into a title. */
class PageTest {
    static Stream<Path> files() throws IOException {
        return Files.list(Path.of("src/main/resources/dateline/console"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldNeverTakeDataAsMarkupNorLoadFromElsewhere(Path file) throws IOException {
        assertThat(Files.readString(file))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "setHTML")
                .doesNotContainPattern("(src|href)=\"(https?:)?//")
                .doesNotContainPattern("<script(?![^>]*src=)|\\son\\w+=\"|\\sstyle=\"");
    }
}
