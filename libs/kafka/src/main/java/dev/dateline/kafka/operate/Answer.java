package dev.dateline.kafka.operate;

import java.util.Locale;

/**
 * What became of an order about one dead letter.
 *
 * @param id of the letter
 * @param result what was done, or why not
 * @param detail for people
 */
public record Answer(String id, Result result, String detail) {

    /** How an order can end. */
    public enum Result {
        /** Its record is on its topic again. */
        SENT,
        /** It is closed. */
        DISCARDED,
        /** A dry run: it would have been done. */
        WOULD_BE_DONE,
        /** An operator retried or discarded it before. */
        ANSWERED_BEFORE,
        /** A newer record of the same key came after it: sent again, the old one would replace the new one. */
        SUPERSEDED,
        /** There is no such dead letter, or retention took it. */
        GONE;

        /** The name as people read it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Whether all is as the operator wants it. */
    public boolean isDone() {
        return result == Result.SENT || result == Result.DISCARDED || result == Result.WOULD_BE_DONE;
    }
}
