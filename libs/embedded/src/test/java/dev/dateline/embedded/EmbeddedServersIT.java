package dev.dateline.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.runtime.Health;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServersIT {
    @Test
    void shouldKeepTheLogFromOneStartToTheNext(@TempDir Path folder) throws Exception {
        var first = EmbeddedKafka.in(folder, 0);
        first.start();
        first.createTopic("kept", 1);
        first.close();

        var second = EmbeddedKafka.in(folder, 0);
        second.start();
        try (second;
                var admin = second.admin()) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void shouldKeepTheDataFromOneStartToTheNext(@TempDir Path folder) throws Exception {
        var first = EmbeddedDatabase.in(folder, 0);
        first.start();
        try (var connection = DriverManager.getConnection(first.url())) {
            connection.createStatement().execute("CREATE TABLE kept (id int)");
        }
        first.close();

        var second = EmbeddedDatabase.in(folder, 0);
        second.start();
        try (second;
                var connection = DriverManager.getConnection(second.url())) {
            assertThat(connection
                            .createStatement()
                            .executeQuery("SELECT id FROM kept")
                            .next())
                    .isFalse();
        }
    }

    @Test
    void shouldTellThatTheDatabaseHasEnded(@TempDir Path folder) throws Exception {
        try (var database = EmbeddedDatabase.in(folder, 0)) {
            database.start();
            var pid = Long.parseLong(
                    Files.readAllLines(folder.resolve("postmaster.pid")).get(0));
            var server = ProcessHandle.of(pid).orElseThrow();
            server.destroyForcibly();
            server.onExit().join();

            assertThat(database.health().state()).isEqualTo(Health.State.FAILED);
            assertThat(database.health().detail()).contains("the server has ended");
        }
    }
}
