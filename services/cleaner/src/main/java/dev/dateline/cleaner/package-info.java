/** Turns raw articles into clean ones. Start with {@link dev.dateline.cleaner.CleanerTopology}. */
@NullMarked
package dev.dateline.cleaner;

import org.jspecify.annotations.NullMarked;
