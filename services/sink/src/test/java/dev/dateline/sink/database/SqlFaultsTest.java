package dev.dateline.sink.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig;
import dev.dateline.sink.SinkConfig.Keeping;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFaultsTest {
    private static final SinkConfig CONFIG = new SinkConfig(
            "jdbc:postgresql://127.0.0.1:1/dateline?sslpassword=secret",
            "writer",
            "secret",
            "group",
            10,
            Duration.ofSeconds(1),
            new Keeping(Duration.ofDays(1), Duration.ofDays(1), Optional.empty()));

    @ParameterizedTest
    @CsvSource({
        "21000, true",
        "22021, true",
        "23514, true",
        "54000, true",
        "08006, false",
        "57P01, false",
        "40P01, false",
        ", false"
    })
    void shouldBlameTheRecordForItsValuesOnly(String state, boolean expected) {
        assertThat(SqlFaults.isDataError(new SQLException("fault", state))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, does not let user 'writer' in",
        "3D000, does not exist",
        "42501, may not do what the sink needs",
        "08001, PostgreSQL does not answer"
    })
    void shouldNameWhatKeepsItFromStarting(String state, String message) {
        var problem = SqlFaults.atStart(CONFIG, new SQLException("refused", state));

        assertThat(problem.report())
                .contains(message)
                .contains("sink.database-")
                .doesNotContain("secret");
    }

    @Test
    void shouldTellThatTheDatabaseIsOutOfReach() {
        try (var database = new Database(CONFIG)) {
            var problem = catchThrowableOfType(StartException.class, database::open);

            assertThat(problem.report())
                    .contains(
                            "sink.database-url: PostgreSQL does not answer at jdbc:postgresql://127.0.0.1:1/dateline");
        }
    }
}
