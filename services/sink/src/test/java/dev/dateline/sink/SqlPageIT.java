package dev.dateline.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.Changes;
import dev.dateline.schema.ThemeTag;
import dev.dateline.sink.table.ArticleTables;
import dev.dateline.sink.table.DispositionTable;
import dev.dateline.sink.table.DuplicateTable;
import dev.dateline.sink.table.SourceStatusTable;
import dev.dateline.sink.table.StoryTables;
import dev.dateline.sink.table.TopicTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The statements of docs/sql.md find what the page says. */
class SqlPageIT {
    private static final Pattern STATEMENT = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);
    private static final String ID = "6d5f28ee4e9ff1d5f8ea0d7d1b9f0a11";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private static TablesHarness tables;

    @BeforeAll
    static void begin() throws Exception {
        tables = new TablesHarness();
        var dam = SinkRecords.article(ID, 2)
                .setUrl("https://news.example/dam")
                .setTitle("A dam is opened")
                .setEventTime(NOW)
                .setChanges(Changes.newBuilder()
                        .setTitleChanged(true)
                        .setWordsAdded(3)
                        .setWordsRemoved(1)
                        .build())
                .setThemes(List.of(ThemeTag.newBuilder()
                        .setCode(SinkRecords.ENERGY)
                        .setScore(0.8)
                        .setEvidence(List.of())
                        .build()));
        write(new ArticleTables(), SinkRecords.article(ID, 1).build());
        write(new ArticleTables(), dam.build());
        write(new ArticleTables(), SinkRecords.article("gone", 1).build());
        write(new ArticleTables(), SinkRecords.withdrawal("gone", 2).build());
        write(new DuplicateTable(), SinkRecords.duplicate("gone-copy", "gone").build());
        var story = SinkRecords.story(ID, "dam-copy");
        story.put("lastSeen", NOW);
        write(new StoryTables(), story);
        write(new SourceStatusTable(), SinkRecords.status("example", 2));
        var dropped = SinkRecords.disposition(ID, 1);
        dropped.put("sourceId", "example");
        write(new DispositionTable(), dropped);
    }

    private static <V> void write(TopicTables<V> into, V value) throws SQLException {
        into.write(tables.connection(), List.of(tables.entry(value, NOW)));
        tables.connection().commit();
    }

    @AfterAll
    static void end() throws Exception {
        tables.close();
    }

    @Test
    void shouldFindSomethingByEveryStatement() throws Exception {
        var statements = STATEMENT
                .matcher(Files.readString(Path.of("../../docs/sql.md")))
                .results()
                .toList();

        assertThat(statements).hasSizeGreaterThan(10);
        for (var statement : statements) {
            assertThat(tables.query(statement.group(1))).as(statement.group()).isNotEmpty();
        }
    }

    @Test
    void shouldShowEveryViewWithAnExample() throws Exception {
        var page = Files.readString(Path.of("../../docs/sql.md"));

        assertThat(tables.query("SELECT viewname FROM pg_views WHERE schemaname = 'public' AND viewname LIKE 'v\\_%'"))
                .isNotEmpty()
                .allSatisfy(view -> assertThat(page).containsPattern("FROM " + view + "\\b"));
    }
}
