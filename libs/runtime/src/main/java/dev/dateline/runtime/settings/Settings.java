package dev.dateline.runtime.settings;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The values of all declared settings, parsed and valid. Immutable. */
public final class Settings {
    private final Map<Setting<?>, Object> values;

    Settings(Map<Setting<?>, Object> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * Gives the value of a declared setting.
     *
     * @throws IllegalArgumentException when the program did not declare it, which is a bug
     */
    public <T> T get(Setting<T> setting) {
        var value = values.get(setting);
        if (value == null) {
            throw new IllegalArgumentException("setting " + setting.key() + " was not declared by this program");
        }
        @SuppressWarnings("unchecked") // the loader parsed it with this setting's type
        var typed = (T) value;
        return typed;
    }

    /** The declared settings. */
    public List<Setting<?>> declared() {
        return List.copyOf(values.keySet());
    }

    /** All values for a log, secrets hidden. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey().key() + "="
                        + (entry.getKey().secret() ? "(hidden)" : String.valueOf(entry.getValue())))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
