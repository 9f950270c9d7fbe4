package dev.dateline.runtime;

/**
 * How a service is.
 *
 * @param state one word
 * @param detail for people; what is wrong when it is not UP
 */
public record Health(State state, String detail) {

    /** From good to bad. */
    public enum State {
        /** Works. */
        UP,
        /** Not yet working, as expected after a start. */
        STARTING,
        /** Works less well; it will mend itself when what it waits for returns. */
        DEGRADED,
        /** Does not work and will not without a restart. */
        FAILED
    }

    public static Health up(String detail) {
        return new Health(State.UP, detail);
    }

    public static Health starting(String detail) {
        return new Health(State.STARTING, detail);
    }

    public static Health degraded(String detail) {
        return new Health(State.DEGRADED, detail);
    }

    public static Health failed(String detail) {
        return new Health(State.FAILED, detail);
    }
}
