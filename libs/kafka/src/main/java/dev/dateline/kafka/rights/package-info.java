/** What each program must be allowed to do in Kafka, and nothing more. Start with {@link dev.dateline.kafka.rights.Right}. */
@NullMarked
package dev.dateline.kafka.rights;

import org.jspecify.annotations.NullMarked;
