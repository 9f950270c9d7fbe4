package dev.dateline.console.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.desk.Fate;
import dev.dateline.console.desk.Summary;
import dev.dateline.embedded.EmbeddedDatabase;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EventType;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the trace shows of the database; the sink's real tables are seen by the tests of the whole program. */
class RowReaderIT {
    private static final String HOSTILE_ID = "d'; DROP TABLE disposition; --";

    @Test
    void shouldReadRowsWithTheirColumnsInOrder() throws Exception {
        try (var database = EmbeddedDatabase.temporary();
                var connection = DriverManager.getConnection(database.url());
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE disposition (stage text, article_id text, attempts integer)");
            statement.execute("INSERT INTO disposition VALUES ('clean', 'dam', 2), ('clean', 'other', 1)");

            var rows = reader(database.url()).of(dropped("dam")).get(0);

            assertThat(rows.found()).singleElement().satisfies(row -> {
                assertThat(row.fieldNames()).toIterable().containsExactly("stage", "article_id", "attempts");
                assertThat(row.path("attempts").asInt()).isEqualTo(2);
            });
            assertThat(reader(database.url()).of(dropped(HOSTILE_ID)).get(0).found())
                    .isEmpty();
        }
    }

    @Test
    void shouldSayWhyTheDatabaseTellsNothing() {
        var rows =
                reader("jdbc:postgresql://127.0.0.1:1/none").of(dropped("dam")).get(0);

        assertThat(rows.found()).isNull();
        assertThat(rows.problem()).startsWith("The database does not tell: ").contains("127.0.0.1:1");
    }

    @Test
    void shouldShowAStatementThatCanBeTypedWithoutADatabase() {
        var rows = reader("").of(dropped(HOSTILE_ID)).get(0);

        assertThat(rows.sql())
                .isEqualTo("SELECT * FROM disposition WHERE article_id = 'd''; DROP TABLE disposition; --'");
        assertThat(rows.found()).isNull();
        assertThat(rows.problem()).isNull();
    }

    private static RowReader reader(String url) {
        return new RowReader(new ConsoleConfig.Database(url, "", ""));
    }

    private static Summary dropped(String id) {
        return new Summary(
                id,
                id,
                Fate.DROPPED,
                1,
                EventType.CREATED,
                ArticleStatus.LIVE,
                "https://news.example/dam",
                "A dam is opened",
                "",
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                "en",
                List.of(),
                List.of(),
                null,
                null,
                0);
    }
}
