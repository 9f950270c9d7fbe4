/** A stage as a Kafka Streams application. Start with {@link dev.dateline.kafka.streams.StageTopology}. */
@NullMarked
package dev.dateline.kafka.streams;

import org.jspecify.annotations.NullMarked;
