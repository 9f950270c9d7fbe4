/**
 * Joins the pipeline to Kafka; the only library that imports org.apache.kafka. {@code topics}: the catalogue and its
 * provisioning; {@code serde}: Avro in Confluent's wire format; {@code streams}: a stage as a Streams application;
 * {@code client}: plain consumers and producers. Start with {@link dev.dateline.kafka.streams.StageTopology}.
 */
@NullMarked
package dev.dateline.kafka;

import org.jspecify.annotations.NullMarked;
