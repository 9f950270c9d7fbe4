/**
 * What is done with an article, as pure functions over the Avro contracts. Start with {@link dev.dateline.pipeline.Stage}
 * and {@link dev.dateline.pipeline.Outcome}; the steps themselves are in {@code feed}, {@code page} (cleaning), {@code
 * dedup} and {@code tag}, which do not import one another.
 */
@NullMarked
package dev.dateline.pipeline;

import org.jspecify.annotations.NullMarked;
