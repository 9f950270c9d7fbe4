/** Plain consumers and producers. Start with {@link dev.dateline.kafka.client.Clients}. */
@NullMarked
package dev.dateline.kafka.client;

import org.jspecify.annotations.NullMarked;
