package dev.dateline.console.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands of docs/api.md do what the page says. */
class ApiPageIT {
    private static final Pattern COMMAND = Pattern.compile("^curl .*$", Pattern.MULTILINE);
    private static final Path CURL = Path.of("/usr/bin/curl");
    private static final String ID = "6d5f28ee4e9ff1d5f8ea0d7d1b9f0a11";
    private static RunningNews news;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.isExecutable(CURL), "no curl here: the commands of docs/api.md are not tried");
        news = new RunningNews();
        news.tables.article(
                ID, Instant.parse("2026-03-01T12:00:00Z"), "ru", "A dam is opened", "It has an opened dam, a turbine.");
        news.tables.region(ID, "KZ", "ABOUT");
        news.tables.region(ID, "143", "ABOUT");
        news.tables.theme(ID, "medtop:04000000");
    }

    @AfterAll
    static void stop() throws Exception {
        if (news != null) {
            news.close();
        }
    }

    @Test
    void shouldAnswerEveryCommand() throws Exception {
        var commands = COMMAND.matcher(Files.readString(Path.of("../../docs/api.md")))
                .results()
                .toList();

        assertThat(commands).hasSizeGreaterThan(8);
        for (var command : commands) {
            var answer = run(command.group());
            if (command.group().startsWith("curl -sf ")) {
                assertThat(answer).as(command.group()).contains("A dam is opened");
            } else {
                assertThat(answer).as(command.group()).containsAnyOf("event: reload", "Did you mean Kazakhstan (KZ)?");
            }
        }
    }

    private static String run(String command) throws Exception {
        var shell = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true);
        shell.environment().put("DATELINE", news.origin());
        var process = shell.start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).as(command).isTrue();
        assertThat(process.exitValue()).as(command + answer).isZero();
        return answer;
    }
}
