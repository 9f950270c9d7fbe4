package dev.dateline.sink.table;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Writes the records of one topic to the tables that they belong in. Writing a record twice, or an older one after a newer one,
 * changes nothing. Works in the caller's transaction.
 */
public interface TopicTables<V> {

    /** The table that has a row for each record or key; metrics count under this name. */
    String table();

    /**
     * Writes records in their order.
     *
     * @return how many of them changed something
     * @throws SQLException of class 22 or 23 when a value of one of the records is to blame
     */
    int write(Connection connection, List<Entry<V>> entries) throws SQLException;
}
