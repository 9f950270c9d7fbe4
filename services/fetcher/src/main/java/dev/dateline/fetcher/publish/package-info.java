/**
 * The fetcher's side of Kafka, used by one thread: {@link dev.dateline.fetcher.publish.Outbox} gathers what is to be
 * published, {@link dev.dateline.fetcher.publish.Transactions} publishes it once, {@link
 * dev.dateline.fetcher.publish.Recollection} reads it back.
 */
@NullMarked
package dev.dateline.fetcher.publish;

import org.jspecify.annotations.NullMarked;
