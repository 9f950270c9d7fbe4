/** What readers search for, and what PostgreSQL finds. Start with {@link dev.dateline.console.search.ArticleSearch}. */
@NullMarked
package dev.dateline.console.search;

import org.jspecify.annotations.NullMarked;
