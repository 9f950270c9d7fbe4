package dev.dateline.sink.table;

import dev.dateline.sink.database.PostgresText;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Binds the parameters of a statement one after the other, every text as PostgreSQL takes it. */
final class Parameters {
    private final PreparedStatement statement;
    private int index;

    Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    Parameters text(@Nullable String value) throws SQLException {
        statement.setString(++index, value == null ? null : PostgresText.clean(value));
        return this;
    }

    Parameters text(Enum<?> value) throws SQLException {
        return text(value.name());
    }

    Parameters texts(List<String> values) throws SQLException {
        var cleaned = values.stream().map(PostgresText::clean).toArray();
        statement.setArray(++index, statement.getConnection().createArrayOf("text", cleaned));
        return this;
    }

    Parameters json(@Nullable String value) throws SQLException {
        statement.setObject(++index, value, Types.OTHER);
        return this;
    }

    Parameters number(@Nullable Integer value) throws SQLException {
        statement.setObject(++index, value, Types.INTEGER);
        return this;
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++index, value);
        return this;
    }

    Parameters number(double value) throws SQLException {
        statement.setDouble(++index, value);
        return this;
    }

    Parameters flag(boolean value) throws SQLException {
        statement.setBoolean(++index, value);
        return this;
    }

    Parameters time(@Nullable Instant value) throws SQLException {
        statement.setObject(
                ++index,
                value == null ? null : OffsetDateTime.ofInstant(value, ZoneOffset.UTC),
                Types.TIMESTAMP_WITH_TIMEZONE);
        return this;
    }

    /** The record that a row is from: its partition and offset. */
    Parameters position(Entry<?> entry) throws SQLException {
        return number(entry.record().partition()).number(entry.record().offset());
    }

    /** Ends one row of a batch. */
    void addRow() throws SQLException {
        statement.addBatch();
        index = 0;
    }
}
