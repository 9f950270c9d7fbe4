package dev.dateline.runtime.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Writes the reference page of settings from their declarations. */
public final class SettingsPage {
    private SettingsPage() {}

    /** Gives the page in Markdown, one table for each section. */
    public static String markdown(Collection<Setting<?>> declared) {
        var sections = declared.stream()
                .sorted(Comparator.comparing(Setting::key))
                .collect(Collectors.groupingBy(Setting::section, java.util.TreeMap::new, Collectors.toList()));
        var page = new StringBuilder("""
                # Settings

                Generated from the declarations in the code; do not edit. Later ones win: default, `--config FILE` (YAML, one
                section a first word), environment variable, `--set key=value`. One marked *secret* can be given as a file that holds it and nothing
                else: `sink.database-password-file`, `DATELINE_SINK_DATABASE_PASSWORD_FILE`.
                """);
        sections.forEach((section, settings) -> {
            page.append("\n## ").append(section).append("\n\n| setting | variable | type | default | what |\n");
            page.append("|---|---|---|---|---|\n");
            settings.forEach(setting -> page.append(row(setting)));
        });
        return page.toString();
    }

    private static String row(Setting<?> setting) {
        var fallback = setting.fallback() == null ? "required" : "`" + setting.fallback() + "`";
        return "| `%s` | `%s` | %s | %s | %s |%n"
                .formatted(
                        setting.key(),
                        SettingsLoader.variable(setting.key()),
                        setting.type().name(),
                        fallback.equals("``") ? "none" : fallback,
                        setting.secret() ? "*Secret.* " + setting.doc() : setting.doc())
                .replace("\r\n", "\n");
    }
}
