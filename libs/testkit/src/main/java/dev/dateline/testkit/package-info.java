/** What tests share. Start with {@link dev.dateline.testkit.Articles}; {@code web} has a server that misbehaves. */
@NullMarked
package dev.dateline.testkit;

import org.jspecify.annotations.NullMarked;
