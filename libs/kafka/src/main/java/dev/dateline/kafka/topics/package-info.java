/** The catalogue of topics (schemas/topics.yaml) in code. Start with {@link dev.dateline.kafka.topics.Topics}. */
@NullMarked
package dev.dateline.kafka.topics;

import org.jspecify.annotations.NullMarked;
