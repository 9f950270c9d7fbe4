package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.standalone.demo.DemoRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
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
    private static final Duration START = Duration.ofMinutes(4);
    private static final Duration FINISH = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    @Test
    void shouldGoOnWithACopyOfTheStoppedFolder() throws Exception {
        var data = folder.resolve("data");
        var copy = folder.resolve("data-copy");
        try (var newsroom = GrownNewsroom.start()) {
            try (var program = new UpProcess(folder, data, newsroom)) {
                var first = program.start();
                var firstToBeSafe = KillIT.firstToBeSafe(newsroom.truth());
                await().atMost(START)
                        .ignoreExceptions()
                        .until(() -> program.rawArticles().containsAll(firstToBeSafe));
                first.destroy();
                assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
            }
            copy(data, copy);
            try (var program = new UpProcess(folder, copy, newsroom)) {
                program.start();
                await().atMost(START)
                        .ignoreExceptions()
                        .until(() -> !program.rawArticles().isEmpty());
                var report = new StringWriter();
                try (var run = new DemoRun(program.kafka(), newsroom, program.databaseUrl(), Instant.now())) {
                    run.finish(FINISH, new PrintWriter(report));
                }
                assertThat(report.toString())
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
