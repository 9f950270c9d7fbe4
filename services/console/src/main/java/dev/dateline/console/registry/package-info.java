/** The read-only registry API, so that every Avro client can decode our topics. Start with {@link dev.dateline.console.registry.Registry}. */
@NullMarked
package dev.dateline.console.registry;

import org.jspecify.annotations.NullMarked;
