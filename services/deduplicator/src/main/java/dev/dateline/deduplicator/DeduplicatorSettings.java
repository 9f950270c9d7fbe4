package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.pipeline.dedup.DeduplicatorConfig.SourcePair;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The settings of deduplication. Changing one changes verdicts: a replay gives the same only with the same settings. */
final class DeduplicatorSettings {
    private static final Pattern PAIR = Pattern.compile("[^+]+\\+[^+]+");

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
    static final Setting<List<String>> NEVER_COMPARED_PAIRS = Setting.of(
            "deduplicator.never-compared-pairs",
            SettingType.LIST.where(
                    pairs -> pairs.stream().allMatch(pair -> PAIR.matcher(pair).matches()), "pairs like agency+paper"),
            "",
            "Pairs of source ids, joined by +, of which neither copies the other.");
    static final List<Setting<?>> ALL = List.of(HORIZON, RETENTION, NEVER_COMPARED, NEVER_COMPARED_PAIRS);

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
        var pairs = settings.get(NEVER_COMPARED_PAIRS).stream()
                .map(DeduplicatorSettings::pair)
                .collect(Collectors.toSet());
        return new DeduplicatorConfig(horizon, retention, Set.copyOf(settings.get(NEVER_COMPARED)), pairs);
    }

    private static SourcePair pair(String text) {
        var plus = text.indexOf('+');
        return SourcePair.of(
                text.substring(0, plus).strip(), text.substring(plus + 1).strip());
    }
}
