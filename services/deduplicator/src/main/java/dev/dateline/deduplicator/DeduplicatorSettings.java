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
            "How long a story that nobody has changed or copied is remembered with its copies and what they are compared by; at "
                    + "least the horizon.");
    static final Setting<Duration> VERSION_RETENTION = Setting.of(
            "deduplicator.version-retention",
            SettingType.DURATION,
            "120d",
            "How long an article is known after that last change, so that an edit is a version and no new article; at least "
                    + "deduplicator.retention, and as long as enriched articles are kept.");
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
    static final List<Setting<?>> ALL =
            List.of(HORIZON, RETENTION, VERSION_RETENTION, NEVER_COMPARED, NEVER_COMPARED_PAIRS);

    private DeduplicatorSettings() {}

    /**
     * Reads them.
     *
     * @param subscribersKeep how long enriched articles are kept: an edit of one of these must never look like a new article
     */
    static DeduplicatorConfig config(Settings settings, Duration subscribersKeep) throws StartException {
        var horizon = settings.get(HORIZON);
        var retention = settings.get(RETENTION);
        var versionRetention = settings.get(VERSION_RETENTION);
        requireAtLeast(retention, RETENTION, horizon, HORIZON.key());
        requireAtLeast(versionRetention, VERSION_RETENTION, retention, RETENTION.key());
        requireAtLeast(versionRetention, VERSION_RETENTION, subscribersKeep, "the retention of enriched articles");
        var pairs = settings.get(NEVER_COMPARED_PAIRS).stream()
                .map(DeduplicatorSettings::pair)
                .collect(Collectors.toSet());
        return new DeduplicatorConfig(
                horizon, retention, versionRetention, Set.copyOf(settings.get(NEVER_COMPARED)), pairs);
    }

    private static void requireAtLeast(Duration value, Setting<Duration> setting, Duration least, String ofWhat)
            throws StartException {
        if (value.compareTo(least) < 0) {
            throw new StartException(
                    setting.key(),
                    "is shorter than " + ofWhat,
                    "Set it to at least " + least.toHours() + "h, or shorten the other.");
        }
    }

    private static SourcePair pair(String text) {
        var plus = text.indexOf('+');
        return SourcePair.of(
                text.substring(0, plus).strip(), text.substring(plus + 1).strip());
    }
}
