package dev.dateline.pipeline;

/**
 * One step of the pipeline as a pure function: the same input gives the same outcome, at any time and on any machine.
 *
 * <p>What is expected of the web (too short, unchanged, not an article) is an {@link Outcome}; an exception is a
 * surprise, and its record ends in the dead letters. Implementations are thread-safe unless they say otherwise.
 *
 * @param <I> what is read
 * @param <O> what is kept
 */
@FunctionalInterface
public interface Stage<I, O> {

    /** Applies this step to one record; never returns null. */
    Outcome<O> apply(I input);
}
