package dev.dateline.standalone.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.DatelineMain;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles out of a real PostgreSQL into files. */
class ExportIT {
    private static StoredNews news;

    @TempDir
    Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void start() throws Exception {
        news = new StoredNews();
        news.articles("dam-", 1, "=SUM(A1)", "The dam, it is \"full\".\n\nAll of it.");
        news.region("dam-", "KZ", "ABOUT");
        news.region("dam-", "143", "ABOUT");
        news.region("dam-", "UZ", "MENTIONED");
        news.articles("road-", 250, "Выборы", "A road.");
        news.articles("gone-", 1, "Unsayable", "Unsayable.");
        news.run("UPDATE article SET status = 'WITHDRAWN', title = '', text = '' WHERE article_id = 'gone-1'");
    }

    @AfterAll
    static void stop() throws Exception {
        news.close();
    }

    @Test
    void shouldWriteALineForEachArticleThatIsThere() throws Exception {
        assertThat(export("all.jsonl")).isZero();

        var lines = Files.readAllLines(folder.resolve("all.jsonl"));
        assertThat(lines)
                .hasSize(251)
                .allSatisfy(line -> assertThat(line).startsWith("{").doesNotContain("gone-1"));
        assertThat(lines.get(250)).contains("\"road-250\"").contains("Выборы");
        assertThat(err.toString()).contains("251 articles");
        assertThat(files()).containsExactly("all.jsonl");
    }

    @Test
    void shouldFilterAsASearchDoesAndKeepTheEvidence() throws Exception {
        assertThat(export("some.jsonl", "--region", "Central Asia", "--q", "dam -road", "--since", "2026-03-01"))
                .isZero();

        var only = new ObjectMapper().readTree(Files.readString(folder.resolve("some.jsonl")));
        assertThat(only.path("id").asText()).isEqualTo("dam-1");
        assertThat(only.at("/regions/0/evidence/0/text").asText()).isEqualTo("The");
        assertThat(only.at("/versions/0/contentHash").asText()).isEqualTo("hash");

        assertThat(export("none.jsonl", "--region", "UZ")).isZero();
        assertThat(Files.size(folder.resolve("none.jsonl"))).isZero();
        assertThat(export("old.jsonl", "--since", "7d", "--until", "1h")).isZero();
        assertThat(Files.size(folder.resolve("old.jsonl"))).isZero();
    }

    @Test
    void shouldWriteRowsThatSpreadsheetsCanRead() throws Exception {
        assertThat(export("dam.csv", "--format", "csv", "--outlet", "steppe, herald", "--region", "KZ"))
                .isZero();

        assertThat(Files.readString(folder.resolve("dam.csv")))
                .isEqualTo(
                        "id,version,event,url,title,outlet,outletCountry,source,story,published,fetched,eventTime,language,"
                                + "authors,about,mentioned,dateline,publisher,themes,text\r\n"
                                + "dam-1,1,CREATED,https://news.example/1,'=SUM(A1),\"Steppe, Herald\",KZ,steppe,dam-1,,"
                                + "2026-03-01T11:59:00Z,2026-03-01T11:59:00Z,en,A. Author|B/C,143|KZ,UZ,,,,"
                                + "\"The dam, it is \"\"full\"\".\n\nAll of it.\"\r\n");
    }

    @Test
    void shouldPackWhatIsCalledSo() throws Exception {
        assertThat(export("all.csv.gz", "--format", "csv")).isZero();

        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve("all.csv.gz")))) {
            assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8).split("\r\n"))
                    .hasSize(252);
        }
    }

    @Test
    void shouldLeaveWhatWasThereWhenItIsStopped() throws Exception {
        Files.writeString(folder.resolve("kept.jsonl"), "before");
        news.run("BEGIN");
        news.run("LOCK TABLE article");
        try {
            var work = new FutureTask<>(() -> export("kept.jsonl"));
            var thread = new Thread(work);
            thread.start();
            await().until(() -> files().size() == 2); // it writes beside it
            thread.interrupt();

            assertThat(work.get()).isEqualTo(1);
        } finally {
            news.run("ROLLBACK");
        }
        assertThat(err.toString()).contains("0 articles").contains("stopped, so there is no ");
        assertThat(Files.readString(folder.resolve("kept.jsonl"))).isEqualTo("before");
        assertThat(files()).containsExactly("kept.jsonl");
    }

    @Test
    void shouldReplaceAFileButNoDevice() throws Exception {
        Files.writeString(folder.resolve("again.jsonl"), "before");
        assertThat(export("again.jsonl", "--region", "KZ")).isZero();
        assertThat(Files.readString(folder.resolve("again.jsonl")))
                .startsWith("{")
                .endsWith("}\n");

        if (Files.exists(Path.of("/dev/null"))) {
            assertThat(run("export", "--output", "/dev/null")).isZero();
            assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
        }
    }

    @Test
    void shouldSayWhatIsWrongBeforeAnythingIsWritten() throws Exception {
        assertThat(export("no.jsonl", "--region", "Kazakstan", "--since", "yesterday", "--role", "hero"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("3 problems")
                .contains("--region: 'Kazakstan' is not")
                .contains("Did you mean Kazakhstan (KZ)?")
                .contains("--since")
                .contains("--role");
        assertThat(export("no.jsonl", "--q", "-", "--format", "csv")).isEqualTo(2);
        assertThat(err.toString()).contains("no word in it");
        assertThat(export("no/where.jsonl")).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be written to");
        assertThat(run("export", "--format", "xml")).isEqualTo(2);
        assertThat(run("export", "--q", "a\0b")).isEqualTo(2);
        assertThat(err.toString()).contains("without control characters");
        assertThat(run(
                        "export",
                        "--set",
                        SinkConfig.URL.key() + "=" + news.postgres.url() + "&options=-csearch_path%3Dnone"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("does not tell").contains("the database that the sink writes to");
        assertThat(files()).isEmpty();
    }

    private int export(String file, String... arguments) {
        return run(Stream.concat(
                        Stream.of("export", "--output", folder.resolve(file).toString()), Arrays.stream(arguments))
                .toArray(String[]::new));
    }

    private int run(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(1, List.of("--set", SinkConfig.URL.key() + "=" + news.postgres.url()));
        return DatelineMain.commandLine().setErr(new PrintWriter(err, true)).execute(all.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
