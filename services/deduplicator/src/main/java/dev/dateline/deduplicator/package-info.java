/** Tells originals from copies and versions. Start with {@link dev.dateline.deduplicator.DeduplicatorTopology}. */
@NullMarked
package dev.dateline.deduplicator;

import org.jspecify.annotations.NullMarked;
