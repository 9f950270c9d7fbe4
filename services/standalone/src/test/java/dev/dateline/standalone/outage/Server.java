package dev.dateline.standalone.outage;

/** Something that is killed without warning and started again on what it left. */
interface Server {
    String name();

    void start() throws Exception;

    boolean isAlive();

    /** Ends it so that it can do nothing more; returns when it is gone. */
    void kill() throws InterruptedException;
}
