/** How fast the stages are. Start with {@link dev.dateline.benchmarks.CleanerLoop}, which prints what it means. */
@NullMarked
package dev.dateline.benchmarks;

import org.jspecify.annotations.NullMarked;
