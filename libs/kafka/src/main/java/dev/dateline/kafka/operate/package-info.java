/**
 * What operators do to a running pipeline, from the command line or the console alike: each act is one transaction that holds the
 * audit record too. Start with {@link dev.dateline.kafka.operate.DeadLetterDesk}.
 */
@NullMarked
package dev.dateline.kafka.operate;

import org.jspecify.annotations.NullMarked;
