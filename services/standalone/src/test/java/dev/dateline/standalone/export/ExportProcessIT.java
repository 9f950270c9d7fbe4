package dev.dateline.standalone.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.runtime.ServiceRunner;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.DatelineMain;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export as a process of its own: with little memory, a reader who leaves, and a signal. */
@Tag("slow")
class ExportProcessIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** As the JVM ends after SIGTERM. */
    private static final int TERMINATED = 143;

    private static final Pattern COMMAND = Pattern.compile("^\\./dateline (export .*)$", Pattern.MULTILINE);
    private static final String HEAP = "-Xmx64m";
    private static final int ARTICLES = 4_000;
    /** All of them are several times the memory. */
    private static final String TEXT = "слово ".repeat(4_000);

    private static StoredNews news;

    @TempDir
    Path folder;

    private Path said;

    @BeforeAll
    static void store() throws Exception {
        news = new StoredNews();
        news.articles("much-", ARTICLES, "Много", TEXT);
    }

    @AfterAll
    static void stop() throws Exception {
        news.close();
    }

    @Test
    void shouldTakeNoMoreMemoryForManyThanForFew() throws Exception {
        var export = export();
        var lines = 0;
        try (var out = new BufferedReader(new InputStreamReader(export.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = out.readLine(); line != null; line = out.readLine()) {
                assertThat(line).startsWith("{\"id\":\"much-").contains("\"title\":\"Много\"", TEXT);
                lines++;
            }
        }

        assertThat(ended(export)).isZero();
        assertThat(lines).isEqualTo(ARTICLES);
        assertThat(Files.readString(said)).contains("4,000 articles, ");
    }

    @Test
    void shouldEndWhenNobodyReadsAnyMore() throws Exception {
        var export = export();
        export.getInputStream().close();

        assertThat(ended(export)).isEqualTo(ServiceRunner.FAILED);
        assertThat(Files.readString(said)).contains("no more can be written").doesNotContain("\tat ");
    }

    @Test
    void shouldSayThatASignalEndedItAndLeaveNothing() throws Exception {
        var file = folder.resolve("all.jsonl.gz");
        var export = export("--output", file.toString());
        await().atMost(PATIENCE).until(() -> Files.readString(said), text -> text.contains("articles, "));
        export.destroy();

        assertThat(ended(export)).isEqualTo(TERMINATED);
        assertThat(Files.readString(said)).contains("stopped, so there is no " + file);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(said);
        }
    }

    @Test
    void shouldRunTheCommandsOfThePage() throws Exception {
        var page = Files.readString(Path.of("../../docs/export.md"));
        var commands = COMMAND.matcher(page).results().toList();

        assertThat(commands).hasSize(3);
        for (var command : commands) {
            var shell = new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            ("$DATELINE " + command.group(1)).replace("URL", '"' + news.postgres.url() + '"'))
                    .directory(folder.toFile())
                    .redirectErrorStream(true);
            shell.environment().put("DATELINE", String.join(" ", program()));
            var process = shell.start();
            var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ended(process)).as(command.group() + answer).isZero();
        }
        try (var files = Files.list(folder)) {
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder("all.jsonl.gz", "central-asia.csv", "gas.jsonl");
        }
    }

    private static int ended(Process process) throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private Process export(String... arguments) throws Exception {
        said = folder.resolve("said.txt");
        var command = new ArrayList<>(program());
        command.addAll(List.of("export", "--progress", "--set", SinkConfig.URL.key() + "=" + news.postgres.url()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectError(said.toFile()).start();
    }

    private static List<String> program() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                DatelineMain.class.getName());
    }
}
