package dev.dateline.runtime;

import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every program has for its settings. */
public final class SettingsOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file of settings (see docs/reference/settings.md).")
    private @Nullable Path config;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one setting; wins over file and environment. Repeatable.")
    private Map<String, String> values = new LinkedHashMap<>();

    /** Loads the declared settings from file, environment and command line, over the given defaults of a command. */
    public Settings load(Collection<Setting<?>> declared, Map<Setting<?>, String> commandDefaults)
            throws StartException {
        var loader = new SettingsLoader(declared);
        commandDefaults.forEach((setting, text) -> loader.set(setting.key(), text));
        if (config != null) {
            loader.file(config);
        }
        loader.environment(System.getenv());
        values.forEach(loader::set);
        return loader.load();
    }
}
