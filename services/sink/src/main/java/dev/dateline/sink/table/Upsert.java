package dev.dateline.sink.table;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement that inserts a row or, when its key is there already, replaces it if the new one is newer.
 *
 * @param table must have a column {@code stored_at}
 * @param key columns of its primary key
 * @param columns all others, in the order of binding
 * @param newer condition under which {@code excluded} replaces what is there
 */
record Upsert(String table, List<String> key, List<String> columns, String newer) {

    /** Among records of one key, which all come from one partition, the later offset is the newer one. */
    static String byOffset(String table) {
        return "excluded.record_offset > " + table + ".record_offset";
    }

    /** Newer by version; then a withdrawal beats what it withdraws, and a newer taxonomy an older one. */
    static String byVersion(String table) {
        var order = "(%1$s.version, %1$s.status = 'WITHDRAWN', %1$s.taxonomy_version, %1$s.record_offset)";
        return order.formatted("excluded") + " > " + order.formatted(table);
    }

    String sql() {
        var all = Stream.concat(key.stream(), columns.stream()).toList();
        var set =
                columns.stream().map(column -> column + " = excluded." + column).collect(Collectors.joining(", "));
        return "INSERT INTO %s (%s) VALUES (%s) ON CONFLICT (%s) DO UPDATE SET %s, stored_at = now() WHERE %s"
                .formatted(
                        table,
                        String.join(", ", all),
                        String.join(", ", Collections.nCopies(all.size(), "?")),
                        String.join(", ", key),
                        set,
                        newer);
    }
}
