package dev.dateline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dateline.console.news.NewsTables;
import dev.dateline.embedded.EmbeddedDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The requests of docs/routes.md do what the page says. */
class RoutesPageIT {
    private static final Pattern COMMAND = Pattern.compile("^curl .*$", Pattern.MULTILINE);
    private static final Path CURL = Path.of("/usr/bin/curl");

    @Test
    void shouldAnswerEveryCommand() throws Exception {
        assumeTrue(Files.isExecutable(CURL), "no curl here: the commands of docs/routes.md are not tried");
        try (var postgres = EmbeddedDatabase.temporary();
                var connection = DriverManager.getConnection(postgres.url())) {
            var tables = new NewsTables(connection);
            tables.article("dam", Instant.now(), "en", "A dam is opened", "It is full.");
            tables.region("dam", "KZ", "ABOUT");
            try (var console = new RunningConsole(0, Map.of(ConsoleConfig.DATABASE_URL.key(), postgres.url()))) {
                var commands = COMMAND.matcher(Files.readString(Path.of("../../docs/routes.md")))
                        .results()
                        .toList();

                assertThat(run(console, commands.get(0).group())).isEqualTo("{\"routes\":[]}");
                assertThat(run(console, commands.get(1).group()))
                        .contains("\"count\":1")
                        .contains("A dam is opened");
                assertThat(run(console, commands.get(2).group())).contains("news.route.steppe.v1");
                assertThat(run(console, commands.get(3).group()))
                        .contains("For the desk")
                        .contains("A dam is opened");
                assertThat(run(console, commands.get(4).group())).isEmpty();
                assertThat(commands).hasSize(5);
            }
        }
    }

    private static String run(RunningConsole console, String command) throws Exception {
        var shell = new ProcessBuilder("/bin/sh", "-c", command).redirectErrorStream(true);
        shell.environment().put("DATELINE", console.address(""));
        shell.environment().put("TOKEN", RunningConsole.TOKEN);
        var process = shell.start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(command).isTrue();
        assertThat(process.exitValue()).as(command + answer).isZero();
        return answer;
    }
}
