package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The settings of deduplication. Changing one changes verdicts: a replay gives the same only with the same settings. */
final class DeduplicatorSettings {
    static final Setting<Duration> HORIZON = Setting.of(
            "deduplicator.horizon",
            SettingType.DURATION,
            "7d",
            "How far apart the event times of an original and its copy may lie.");
    static final Setting<Duration> RETENTION = Setting.of(
            "deduplicator.retention",
            SettingType.DURATION,
            "30d",
            "How long an article is remembered that nobody has changed or copied; at least the horizon.");
    static final Setting<List<String>> NEVER_COMPARED = Setting.of(
            "deduplicator.never-compared",
            SettingType.LIST,
            "",
            "Ids of sources whose articles are neither copies nor originals of any other.");
    static final List<Setting<?>> ALL = List.of(HORIZON, RETENTION, NEVER_COMPARED);

    private DeduplicatorSettings() {}

    static DeduplicatorConfig config(Settings settings) throws StartException {
        var horizon = settings.get(HORIZON);
        var retention = settings.get(RETENTION);
        if (retention.compareTo(horizon) < 0) {
            throw new StartException(
                    RETENTION.key(),
                    "is shorter than " + HORIZON.key(),
                    "Set it to at least " + horizon.toHours() + "h, or shorten the horizon.");
        }
        return new DeduplicatorConfig(horizon, retention, Set.copyOf(settings.get(NEVER_COMPARED)), Set.of());
    }
}
