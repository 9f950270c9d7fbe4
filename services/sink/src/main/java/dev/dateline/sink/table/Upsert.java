package dev.dateline.sink.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement that inserts rows or, where a key is there already, replaces the row if the new one is newer. No key may be in it twice:
 * see {@link Waves}.
 *
 * @param table must have a column {@code stored_at}
 * @param key columns of its primary key
 * @param columns all others; key and these are the order of {@link Rows}
 * @param newer condition under which {@code excluded} replaces what is there
 */
record Upsert(String table, List<Column> key, List<Column> columns, String newer) {

    /** Among records of one key, which all come from one partition, the later offset is the newer one. */
    static String byOffset(String table) {
        return "excluded.record_offset > " + table + ".record_offset";
    }

    /** Newer by version; then a withdrawal beats what it withdraws, and a newer taxonomy an older one. */
    static String byVersion(String table) {
        var order = "(%1$s.version, %1$s.status = 'WITHDRAWN', %1$s.taxonomy_version, %1$s.record_offset)";
        return order.formatted("excluded") + " > " + order.formatted(table);
    }

    /** What became of a row. */
    enum Fate {
        /** There was none of this key. */
        NEW,
        /** It took the place of an older one. */
        NEWER
    }

    Rows rows() {
        return insert().rows();
    }

    private Insert insert() {
        var all = Stream.concat(key.stream(), columns.stream()).toList();
        var set = columns.stream()
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
        var keys = key.stream().map(Column::name).collect(Collectors.joining(", "));
        return new Insert(
                table,
                all,
                " ON CONFLICT (%s) DO UPDATE SET %s, stored_at = now() WHERE %s".formatted(keys, set, newer));
    }

    /** Writes them; gives how many changed something. */
    int write(Connection connection, Rows rows) throws SQLException {
        return insert().write(connection, rows);
    }

    /**
     * Gives the statement that tells what became of each row. One that was there has been locked, which its xmax tells; what is inserted has
     * none. PostgreSQL does not tell it of tables with months.
     */
    String telling() {
        return insert().sql() + " RETURNING " + table + "." + key.get(0).name() + ", " + table + ".xmax = 0";
    }

    /** Writes them; gives what became of those that changed something, by the first column of the key. */
    Map<String, Fate> writeTelling(Connection connection, Rows rows) throws SQLException {
        var fates = new LinkedHashMap<String, Fate>();
        if (rows.isEmpty()) {
            return fates;
        }
        try (var statement = connection.prepareStatement(telling())) {
            rows.bind(statement);
            try (var changed = statement.executeQuery()) {
                while (changed.next()) {
                    fates.put(changed.getString(1), changed.getBoolean(2) ? Fate.NEW : Fate.NEWER);
                }
            }
        }
        return fates;
    }
}
