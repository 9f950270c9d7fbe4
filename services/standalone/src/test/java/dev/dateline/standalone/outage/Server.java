package dev.dateline.standalone.outage;

import java.io.IOException;
import java.util.List;

/** Something that is killed or held without warning and started again on what it left. */
interface Server {
    String name();

    void start() throws Exception;

    boolean isAlive();

    /** Ends it so that it can do nothing more; returns when it is gone. */
    void kill() throws InterruptedException;

    /** Its processes of now. */
    List<ProcessHandle> processes();

    /** Has all its processes stand still, as a machine does that swaps or a virtual one that is moved. */
    default void hold() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Has them go on. */
    default void release() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** Asks it to end, as whoever replaces it with a newer one does. */
    default void ask() throws IOException, InterruptedException {
        signal("-TERM");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        for (var process : processes()) {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        }
    }
}
