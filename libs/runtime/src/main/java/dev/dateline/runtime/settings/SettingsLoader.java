package dev.dateline.runtime.settings;

import dev.dateline.runtime.Nearest;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Gathers settings from their sources, later ones winning: defaults, a YAML file, environment variables ({@code
 * DATELINE_FETCHER_MIN_SPACING}), the command line ({@code --set fetcher.min-spacing=2s}).
 *
 * <p>Everything that is wrong is reported at once: unknown names (with the nearest known one), values that cannot be
 * read, required settings that nobody gave. A section of the file that this program does not declare belongs to another
 * program and is left alone, so that one file can serve a whole deployment.
 */
public final class SettingsLoader {
    private static final String PREFIX = "DATELINE_";
    /** Read by the launcher script, not by programs. */
    private static final Set<String> LAUNCHER = Set.of("DATELINE_JAVA_HOME", "DATELINE_JAVA_OPTIONS");

    /** Ends the name of a secret that is given as a file. */
    private static final String FILE = "-file";

    private final Map<String, Setting<?>> declared = new TreeMap<>();
    private final Map<String, SettingValue> given = new LinkedHashMap<>();
    private final Set<String> otherSections;
    private final Map<String, String> presets = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    public SettingsLoader(Collection<Setting<?>> declared) {
        this(declared, Set.of());
    }

    /**
     * Begins to load.
     *
     * @param otherSections sections of the file that other programs read; when none is given, any may be theirs
     */
    public SettingsLoader(Collection<Setting<?>> declared, Set<String> otherSections) {
        declared.forEach(setting -> this.declared.put(setting.key(), setting));
        this.otherSections = Set.copyOf(otherSections);
    }

    /** Adds the settings of a YAML file. */
    public SettingsLoader file(Path file) {
        var sections = declared.values().stream().map(Setting::section).collect(Collectors.toSet());
        YamlSettings.read(file, problems).forEach((key, value) -> {
            var section = key.contains(".") ? key.substring(0, key.indexOf('.')) : key;
            if (sections.contains(section)) {
                given.put(key, value);
            } else if (!otherSections.isEmpty() && !otherSections.contains(section)) {
                var known = new TreeSet<>(otherSections);
                known.addAll(sections);
                problems.add(new Problem(
                        key + " (" + value.place() + ")", "is in no known section", nearest(section, known)));
            }
        });
        return this;
    }

    /** Adds environment variables that begin with DATELINE_. */
    public SettingsLoader environment(Map<String, String> environment) {
        var names = new HashMap<String, String>();
        declared.values().forEach(setting -> {
            names.put(variable(setting.key()), setting.key());
            if (setting.secret()) {
                names.put(variable(setting.key() + FILE), setting.key() + FILE);
            }
        });
        new TreeMap<>(environment).forEach((name, text) -> {
            if (names.containsKey(name)) {
                given.put(names.get(name), new SettingValue(text, "environment " + name));
            } else if (name.startsWith(PREFIX) && !LAUNCHER.contains(name) && isOurs(name)) {
                problems.add(new Problem("environment " + name, "is no setting", nearest(name, names.keySet())));
            }
        });
        return this;
    }

    /** Adds one setting from the command line or from code. */
    public SettingsLoader set(String key, String text) {
        given.put(key, new SettingValue(text, "--set"));
        return this;
    }

    /** Adds what a command wants by default; every other source wins over it. */
    public SettingsLoader preset(String key, String text) {
        presets.put(key, text);
        return this;
    }

    /** Adds what a command brings itself; a user who sets it has mistaken the command. */
    public SettingsLoader fix(String key, String text) {
        var other = given.get(key);
        if (other != null) {
            problems.add(new Problem(
                    key + " (" + other.place() + ")",
                    "cannot be set here",
                    "This command brings its own; leave the setting out, or run the single services."));
        }
        presets.put(key, text);
        return this;
    }

    /**
     * Parses everything.
     *
     * @throws StartException with every problem found
     */
    public Settings load() throws StartException {
        readSecrets();
        given.forEach((key, value) -> {
            if (!declared.containsKey(key)) {
                problems.add(new Problem(
                        key + " (" + value.place() + ")", "is no setting", nearest(key, declared.keySet())));
            }
        });
        var values = new HashMap<Setting<?>, Object>();
        declared.values().forEach(setting -> parse(setting).ifPresent(value -> values.put(setting, value)));
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
        return new Settings(values);
    }

    /** Puts what a file holds in the place of the setting that names it. */
    private void readSecrets() {
        for (var setting : declared.values()) {
            var file = setting.secret() ? given.remove(setting.key() + FILE) : null;
            if (file != null && given.containsKey(setting.key())) {
                problems.add(new Problem(
                        setting.key() + " (" + given.get(setting.key()).place() + ")",
                        "is given by " + file.place() + ", too",
                        "Keep one of the two."));
            } else if (file != null) {
                SecretFile.read(setting.key() + FILE, file, problems)
                        .ifPresent(text -> given.put(setting.key(), new SettingValue(text, file.place())));
            }
        }
    }

    /** Names the environment variable of a setting. */
    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private boolean isOurs(String variable) {
        return declared.values().stream().anyMatch(setting -> variable.startsWith(variable(setting.section()) + "_"));
    }

    private Optional<Object> parse(Setting<?> setting) {
        var value = given.get(setting.key());
        var text = value == null ? presets.getOrDefault(setting.key(), setting.fallback()) : value.text();
        if (text == null) {
            problems.add(new Problem(
                    setting.key(),
                    "is not set",
                    "Set it in the file, by " + variable(setting.key()) + " or by --set: " + setting.doc()));
            return Optional.empty();
        }
        try {
            return Optional.of(setting.type().parser().apply(text.strip()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            var shown = setting.secret() ? "its value" : "'" + text + "'";
            problems.add(new Problem(
                    setting.key() + " (" + (value == null ? "default" : value.place()) + ")",
                    shown + " is no " + setting.type().name(),
                    "Write it like " + setting.type().example() + "."));
            return Optional.empty();
        }
    }

    private static String nearest(String name, Set<String> known) {
        return Nearest.question(name, known, "See docs/reference/settings.md for the list.");
    }
}
