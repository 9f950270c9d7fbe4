package dev.dateline.router;

import org.jspecify.annotations.Nullable;

/**
 * A record on its way to a route topic.
 *
 * @param topic where it goes
 * @param value the encoded article, or null for a tombstone
 */
record Routed(String topic, byte @Nullable [] value) {}
