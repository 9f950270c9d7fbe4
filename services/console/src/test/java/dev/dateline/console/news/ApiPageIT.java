package dev.dateline.console.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.testkit.PageCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The commands of docs/api.md do what the page says. */
class ApiPageIT {
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
        var commands = PageCommands.of("../../docs/api.md").commands();

        assertThat(commands).hasSizeGreaterThan(8);
        for (var command : commands) {
            var answer = PageCommands.run(command, Path.of("."), Map.of("DATELINE", news.origin()));
            if (command.startsWith("curl -sf ")) {
                assertThat(answer).as(command).contains("A dam is opened");
            } else {
                assertThat(answer).as(command).containsAnyOf("event: reload", "Did you mean Kazakhstan (KZ)?");
            }
        }
    }
}
