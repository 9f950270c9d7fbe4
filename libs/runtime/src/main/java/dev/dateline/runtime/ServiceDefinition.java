package dev.dateline.runtime;

import dev.dateline.runtime.settings.Setting;
import java.util.List;

/**
 * A service before it exists: its own program and the standalone one both start from this.
 *
 * @param name the command that runs it
 * @param description one sentence
 * @param settings every setting that it reads
 * @param factory makes it; reports wrong combinations of settings
 */
public record ServiceDefinition(String name, String description, List<Setting<?>> settings, Factory factory) {

    /** Makes a service; opens nothing that would have to be closed. */
    @FunctionalInterface
    public interface Factory {
        Service create(Environment environment) throws StartException;
    }
}
