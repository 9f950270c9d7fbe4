/** What tests share. Start with {@link dev.dateline.testkit.Articles}. */
@NullMarked
package dev.dateline.testkit;

import org.jspecify.annotations.NullMarked;
