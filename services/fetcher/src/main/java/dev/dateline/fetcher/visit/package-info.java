/**
 * What to ask the web for, and what its answers mean: pure rules and the memory that they work on, without Kafka, HTTP or
 * threads. Start with {@link dev.dateline.fetcher.visit.Frontier}.
 */
@NullMarked
package dev.dateline.fetcher.visit;

import org.jspecify.annotations.NullMarked;
