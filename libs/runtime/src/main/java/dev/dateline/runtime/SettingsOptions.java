package dev.dateline.runtime;

import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.runtime.settings.SettingsLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
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

    private Set<String> otherSections = Set.of();

    /** Names the sections of the file that other programs read; a section that nobody reads is then an error. */
    public void setOtherSections(Set<String> sections) {
        otherSections = Set.copyOf(sections);
    }

    /** Loads the declared settings from file, environment and command line. */
    public Settings load(Collection<Setting<?>> declared) throws StartException {
        return load(declared, Map.of(), Map.of());
    }

    /**
     * Loads the declared settings.
     *
     * @param presets what a command wants by default
     * @param fixed what a command brings itself, and nobody can set
     */
    public Settings load(
            Collection<Setting<?>> declared, Map<Setting<?>, String> presets, Map<Setting<?>, String> fixed)
            throws StartException {
        var loader = new SettingsLoader(declared, otherSections);
        presets.forEach((setting, text) -> loader.preset(setting.key(), text));
        if (config != null) {
            loader.file(config);
        }
        loader.environment(System.getenv());
        values.forEach(loader::set);
        fixed.forEach((setting, text) -> loader.fix(setting.key(), text));
        return loader.load();
    }
}
