package dev.dateline.standalone.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.sink.SinkConfig;
import dev.dateline.sink.database.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL that lets its user in by TLS and password only: with the right settings it is verified in full, with others told what is wrong. */
@Tag("slow")
class PostgresSecurityIT {
    private static final String USER = "dateline";
    private static final String PASSWORD = "opensesame";

    @TempDir
    static Path folder;

    private static Certificates ours;
    private static Certificates strangers;
    private static EmbeddedDatabase database;
    private static String address;

    @BeforeAll
    static void start() throws Exception {
        ours = new Certificates(folder, "ours");
        strangers = new Certificates(folder, "strangers");
        var server = ours.sign("postgres", "ip:127.0.0.1");
        // The administrator of this test comes in as he likes, the program's user does not
        var rules = Files.writeString(
                folder.resolve("hba.conf"),
                "host all postgres 127.0.0.1/32 trust\nhostssl all " + USER + " 127.0.0.1/32 scram-sha-256\n");
        database = EmbeddedDatabase.temporary(Map.of(
                "ssl",
                "on",
                "ssl_cert_file",
                server.certificate().toString(),
                "ssl_key_file",
                server.key().toString(),
                "hba_file",
                rules.toString()));
        address = database.url().replaceAll("postgres[?].*", USER);
        try (var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE USER " + USER + " PASSWORD '" + PASSWORD + "'");
            statement.execute("CREATE DATABASE " + USER + " OWNER " + USER);
        }
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    void shouldVerifyTheServerInFull() throws Exception {
        try (var opened = new Database(config(verified(ours), PASSWORD))) {
            opened.open();
            try (var statement = opened.connection().createStatement();
                    var tls = statement.executeQuery("SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")) {
                assertThat(tls.next()).isTrue();
                assertThat(tls.getString(1)).startsWith("TLSv1.");
            }
        }
    }

    @Test
    void shouldNameThePasswordThatIsWrong() throws Exception {
        assertThat(refusal(verified(ours), "guessed"))
                .contains("sink.database-user, sink.database-password: PostgreSQL does not let user 'dateline' in")
                .doesNotContain("guessed");
    }

    @Test
    void shouldNameTheAuthorityThatIsMissing() throws Exception {
        assertThat(refusal(verified(strangers), PASSWORD))
                .contains("sink.database-url: no authority that we trust has signed the certificate")
                .contains("sslrootcert=FILE");
    }

    @Test
    void shouldNameTheHostThatTheCertificateIsNotFor() throws Exception {
        assertThat(refusal(verified(ours).replace("127.0.0.1", "localhost"), PASSWORD))
                .contains("sink.database-url: the certificate is for another name than the one in")
                .contains("localhost");
    }

    @Test
    void shouldSayThatTheServerWantsTls() throws Exception {
        assertThat(refusal(address + "?sslmode=disable", PASSWORD))
                .contains("sink.database-url: PostgreSQL lets user 'dateline' in by TLS only, or from elsewhere")
                .contains("sslmode=verify-full");
    }

    @Test
    void shouldSayThatTheServerHasNoTls() throws Exception {
        try (var plain = EmbeddedDatabase.temporary()) {
            var url = plain.url().replaceAll("[?].*", "") + "?sslmode=verify-full&sslrootcert=" + ours.authority();

            assertThat(refusal(url, PASSWORD))
                    .contains("sink.database-url: PostgreSQL does not speak TLS at")
                    .contains("ssl = on");
        }
    }

    private static String verified(Certificates trusted) {
        return address + "?sslmode=verify-full&sslrootcert=" + trusted.authority();
    }

    private static String refusal(String url, String password) throws Exception {
        try (var refused = new Database(config(url, password))) {
            return catchThrowableOfType(StartException.class, refused::open).report();
        }
    }

    private static SinkConfig config(String url, String password) throws Exception {
        var settings = new TreeMap<>(Map.of(
                "sink.database-url",
                url,
                "sink.database-user",
                USER,
                "sink.database-password-file",
                Files.writeString(Files.createTempFile(folder, "password", ""), password + "\n")
                        .toString()));
        var loader = new SettingsLoader(SinkConfig.SETTINGS);
        settings.forEach(loader::set);
        return SinkConfig.from(loader.load());
    }
}
