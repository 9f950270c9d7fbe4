/** The readers' API over HTTP: search, articles, stories, feeds. Start with {@link dev.dateline.console.news.NewsRoutes}. */
@NullMarked
package dev.dateline.console.news;

import org.jspecify.annotations.NullMarked;
