/** The connection, its faults and the stored offsets. Start with {@link dev.dateline.sink.database.Database}. */
@NullMarked
package dev.dateline.sink.database;

import org.jspecify.annotations.NullMarked;
