package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.embedded.FreePorts;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets to read who made a mistake: the place, what is wrong, the mend; never a stack trace. */
class CommandLineTest {
    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @Test
    void shouldNameAnUnknownSettingAndTheNearestOne() {
        assertThat(run("cleaner", "--set", "streams.comit-interval=1s")).isEqualTo(2);
        assertThat(err.toString()).contains("streams.comit-interval").contains("Did you mean streams.commit-interval?");
    }

    @Test
    void shouldGuessTheCommandThatWasMeant() {
        assertThat(run("dmeo")).isEqualTo(2);
        assertThat(err.toString()).isEqualToIgnoringNewLines("'dmeo' is no command of 'dateline'. Did you mean demo?");
    }

    @Test
    void shouldSayWhereTheCommandsAreListedWhenNoneIsNear() {
        assertThat(run("topics", "obliterate")).isEqualTo(2);
        assertThat(err.toString()).contains("no command of 'dateline topics'").contains("'dateline topics --help'");
    }

    @Test
    void shouldNameFileAndLineOfBrokenYaml() throws IOException {
        var file = Files.writeString(folder.resolve("dateline.yaml"), "kafka:\n  bootstrap: [a, b\nfetcher: {}\n");
        assertThat(run("tagger", "--config", file.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("dateline.yaml:").contains("is not valid YAML");
    }

    @Test
    void shouldNameEveryProblemAtOnce() {
        assertThat(run("router", "--set", "streams.threads=0", "--set", "kafka.replication=many"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("2 problems")
                .contains("streams.threads")
                .contains("kafka.replication");
    }

    @Test
    void shouldNameABrokerThatDoesNotAnswer() throws IOException {
        var port = FreePorts.find(1).get(0);
        assertThat(run("tagger", "--set", "kafka.bootstrap=127.0.0.1:" + port)).isEqualTo(2);
        assertThat(err.toString()).contains("kafka.bootstrap").contains("no broker answers at 127.0.0.1:" + port);
    }

    @Test
    void shouldNameATakenPort() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(run("cleaner", "--set", "admin.port=" + taken.getLocalPort()))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("admin.port").contains("cannot listen");
        }
    }

    @Test
    void shouldNameAFolderThatCannotBeWritten() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        var sources = Files.writeString(
                folder.resolve("sources.yaml"), "sources:\n  - {id: a, url: 'https://news.example/feed.xml'}\n");
        assertThat(run(
                        "up",
                        "--sources",
                        sources.toString(),
                        "--data",
                        file.resolve("data").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains(file.toString()).contains("cannot be written to");
    }

    @Test
    void shouldNameTheLineOfABrokenSource() throws IOException {
        var sources = Files.writeString(folder.resolve("sources.yaml"), "sources:\n  - {id: a}\n");
        assertThat(run("up", "--sources", sources.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("sources.yaml:2");
    }

    @Test
    void shouldRefuseAnUnknownCommand() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(err.toString()).contains("fly");
    }

    private int run(String... arguments) {
        var code = DatelineMain.commandLine().setErr(new PrintWriter(err, true)).execute(arguments);
        assertThat(err.toString()).doesNotContain("\tat ");
        return code;
    }
}
