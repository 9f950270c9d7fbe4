/** The threads that ask the web. Start with {@link dev.dateline.fetcher.work.Workers}. */
@NullMarked
package dev.dateline.fetcher.work;

import org.jspecify.annotations.NullMarked;
