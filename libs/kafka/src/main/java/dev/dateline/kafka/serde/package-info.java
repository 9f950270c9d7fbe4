/** Avro in Confluent's wire format, readable by every tool. Start with {@link dev.dateline.kafka.serde.AvroSerde}. */
@NullMarked
package dev.dateline.kafka.serde;

import org.jspecify.annotations.NullMarked;
