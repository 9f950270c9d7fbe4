/** The AsyncAPI document, for people and tools that subscribe. Start with {@link dev.dateline.kafka.asyncapi.AsyncApi}. */
@NullMarked
package dev.dateline.kafka.asyncapi;

import org.jspecify.annotations.NullMarked;
