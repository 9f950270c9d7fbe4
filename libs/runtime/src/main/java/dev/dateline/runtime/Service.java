package dev.dateline.runtime;

/**
 * A part of a program with a life of its own, in three verbs. {@link #start} and {@link #close} are called once each, from
 * one thread; {@link #health} from any.
 */
public interface Service extends AutoCloseable {

    /** The name that logs, health and metrics show. */
    String name();

    /**
     * Begins to work and returns; the work goes on in threads of the service.
     *
     * @throws StartException when something outside must be mended first; nothing is left half-started
     */
    void start() throws StartException;

    /** Tells how it is now; never blocks. */
    Health health();

    /** Ends the work in hand and frees everything; returns within 30 seconds. */
    @Override
    void close();
}
