package dev.dateline.sink.table;

import java.util.Arrays;
import java.util.List;

/**
 * A column that is written.
 *
 * @param name as in the table
 * @param type as in the table
 */
record Column(String name, String type) {

    /** Reads declarations such as {@code version integer}. */
    static List<Column> of(String... declared) {
        return Arrays.stream(declared)
                .map(each -> each.split(" ", 2))
                .map(each -> new Column(each[0], each[1]))
                .toList();
    }
}
