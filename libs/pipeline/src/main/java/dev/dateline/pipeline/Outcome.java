package dev.dateline.pipeline;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What became of a record at a stage, as a value: kept, or dropped for a reason that was to be expected.
 *
 * @param <O> what is kept
 */
public sealed interface Outcome<O> {

    /** The record goes on. */
    record Kept<O>(O value) implements Outcome<O> {
        @Override
        public <R> R fold(Function<? super O, ? extends R> kept, BiFunction<DropReason, String, ? extends R> dropped) {
            return kept.apply(value);
        }
    }

    /**
     * The record ends here.
     *
     * @param reason from a closed list, since it is a metric label
     * @param detail the figures behind the reason, for people; may be empty
     */
    record Dropped<O>(DropReason reason, String detail) implements Outcome<O> {
        @Override
        public <R> R fold(Function<? super O, ? extends R> kept, BiFunction<DropReason, String, ? extends R> dropped) {
            return dropped.apply(reason, detail);
        }
    }

    static <O> Outcome<O> kept(O value) {
        return new Kept<>(value);
    }

    static <O> Outcome<O> dropped(DropReason reason, String detail) {
        return new Dropped<>(reason, detail);
    }

    /** Gives what one of two functions makes of this outcome (Java 17 has no patterns in a switch). */
    <R> R fold(Function<? super O, ? extends R> kept, BiFunction<DropReason, String, ? extends R> dropped);
}
