package dev.dateline.standalone.drill;

import java.util.concurrent.Callable;

/**
 * One fault of the drill.
 *
 * @param what goes wrong, for people
 * @param alert that must fire, with its label: {@code SourceSilent/quiet}
 * @param hold how long the rule waits before it fires, as the rules say it
 * @param screen where it is seen, for people
 * @param isSeen whether that screen shows it
 * @param action what mends it, for people
 * @param mend does it
 * @param isWell whether all is well again
 */
record Fault(
        String what,
        String alert,
        String hold,
        Step inject,
        String screen,
        Callable<Boolean> isSeen,
        String action,
        Step mend,
        Callable<Boolean> isWell) {

    /** Does something to the running program. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }
}
