/**
 * How fast the stages are. Start with {@link dev.dateline.benchmarks.CleanerLoop} or {@link
 * dev.dateline.benchmarks.TaggerLoop}, which print what it means.
 */
@NullMarked
package dev.dateline.benchmarks;

import org.jspecify.annotations.NullMarked;
