package dev.dateline.standalone.command;

import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingType;
import java.time.DateTimeException;
import java.time.Instant;

/** Durations on the command line that mean a moment in the past. */
public final class Since {
    private Since() {}

    /**
     * Gives the moment that lies a duration before now.
     *
     * @param option what the problem names
     * @param duration such as 5m, 1h or 7d
     */
    public static Instant ago(String option, String duration) throws StartException {
        try {
            return Instant.now().minus(SettingType.DURATION.parser().apply(duration));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new StartException(option, "'" + duration + "' is no duration", "Write it like 5m, 1h or 7d.");
        }
    }
}
