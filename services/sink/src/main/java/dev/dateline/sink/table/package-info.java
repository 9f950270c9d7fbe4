/** What each topic becomes in tables. Start with {@link dev.dateline.sink.table.ArticleTables}. */
@NullMarked
package dev.dateline.sink.table;

import org.jspecify.annotations.NullMarked;
