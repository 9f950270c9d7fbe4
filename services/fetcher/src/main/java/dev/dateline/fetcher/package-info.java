/**
 * The way in: polls feeds, opens the pages they list, and publishes what is new. Start with {@link
 * dev.dateline.fetcher.FetchLoop}, the one thread that talks to Kafka; {@code visit} has the rules and the memory, {@code
 * work} the threads that ask the web, {@code http}, {@code robots} and {@code manners} how they ask.
 */
@NullMarked
package dev.dateline.fetcher;

import org.jspecify.annotations.NullMarked;
