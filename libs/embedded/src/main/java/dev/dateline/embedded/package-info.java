/**
 * A real broker and a real database inside one program, on loopback. Start with {@link dev.dateline.embedded.EmbeddedKafka}.
 */
@NullMarked
package dev.dateline.embedded;

import org.jspecify.annotations.NullMarked;
