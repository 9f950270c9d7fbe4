package dev.dateline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of the pipeline do not know one another; who composes them is their caller (ARCHITECTURE.md). */
class PackageBoundariesTest {
    private static final List<String> STEPS = List.of("feed", "page", "dedup", "tag", "route");
    private static final Path SOURCES = Path.of("src/main/java/dev/dateline/pipeline");

    @ParameterizedTest
    @ValueSource(strings = {"feed", "page", "dedup", "tag", "route"})
    void shouldImportNoOtherStep(String step) throws IOException {
        try (var files = Files.walk(SOURCES.resolve(step))) {
            var imports = files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(PackageBoundariesTest::lines)
                    .filter(line -> line.startsWith("import "))
                    .toList();
            STEPS.stream()
                    .filter(other -> !other.equals(step))
                    .forEach(other -> assertThat(imports)
                            .noneMatch(line -> line.contains("dev.dateline.pipeline." + other + ".")));
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
