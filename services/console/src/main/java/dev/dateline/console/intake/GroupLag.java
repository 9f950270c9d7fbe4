package dev.dateline.console.intake;

import java.time.Duration;

/**
 * How far a consumer group is behind on one topic.
 *
 * @param records committed ones that it has not read
 * @param time since when the oldest of these has been there
 */
record GroupLag(String group, String topic, long records, Duration time) {}
