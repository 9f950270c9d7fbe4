/** Server-sent events. Start with {@link dev.dateline.console.live.LiveFeed}. */
@NullMarked
package dev.dateline.console.live;

import org.jspecify.annotations.NullMarked;
