package dev.dateline.standalone.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.embedded.EmbeddedDatabase;
import java.sql.DriverManager;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** What the next kept version will be kept as. */
class TableTextIT {
    @Test
    void shouldBringBackTablesOfMonths() throws Exception {
        try (var kept = EmbeddedDatabase.temporary();
                var restored = EmbeddedDatabase.temporary()) {
            Flyway.configure()
                    .dataSource(kept.url(), null, null)
                    .locations("classpath:dateline/sink/migrations")
                    .load()
                    .migrate();
            try (var connection = DriverManager.getConnection(kept.url());
                    var statement = connection.createStatement()) {
                statement.execute("SELECT add_month('disposition', '2009-03-15')");
                statement.execute(
                        "INSERT INTO disposition (stage, topic, topic_partition, topic_offset, article_id, outcome, at)"
                                + " VALUES ('clean', 't', 0, 1, 'old', 'KEPT', '2009-03-15Z'), ('clean', 't', 0, 2, 'new', 'KEPT', now())");
            }

            TableText.restore(TableText.dump(kept.url()), restored.url());

            try (var connection = DriverManager.getConnection(restored.url())) {
                assertThat(TableText.column(connection, "SELECT article_id FROM disposition ORDER BY at"))
                        .containsExactly("old", "new");
            }
        }
    }
}
