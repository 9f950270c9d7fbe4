package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A copy of the stopped data folder is a back-up, also without the local state: another program goes on with it. Takes a minute and runs
 * when asked: {@code -Ddrill=true}.
 */
@EnabledIfSystemProperty(named = "drill", matches = "true")
class CopiedFolderIT {

    @TempDir
    Path folder;

    @Test
    void shouldGoOnWithACopyOfTheStoppedFolder() throws Exception {
        var data = folder.resolve("data");
        var copy = folder.resolve("data-copy");
        try (var newsroom = GrownNewsroom.start()) {
            try (var program = new UpProcess(folder, data, newsroom)) {
                var first = program.start();
                program.awaitFirstToBeSafe();
                first.destroy();
                assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
            }
            copy(data, copy);
            try (var program = new UpProcess(folder, copy, newsroom)) {
                program.start();
                assertThat(program.reportAtTheEnd())
                        .as(Files.readString(program.errors()).replace("%", "%%"))
                        .contains("All right");
            }
        }
    }

    /** All but what the stages can restore. */
    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(file -> !file.startsWith(from.resolve("streams")))
                    .toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
