/** What the console knows: the newest articles, copies, traces, counts and sources, in bounded memory. Start with {@link dev.dateline.console.desk.NewsDesk}. */
@NullMarked
package dev.dateline.console.desk;

import org.jspecify.annotations.NullMarked;
