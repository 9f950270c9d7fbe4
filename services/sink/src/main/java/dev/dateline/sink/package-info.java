/**
 * Writes enriched articles and their companions to PostgreSQL, exactly once in effect: rows and offsets share a
 * transaction. Start with {@link dev.dateline.sink.SinkLoop}; {@code table} knows the tables, {@code database} the connection.
 */
@NullMarked
package dev.dateline.sink;

import org.jspecify.annotations.NullMarked;
