package dev.dateline.cleaner;

import dev.dateline.pipeline.Stage;
import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.pipeline.page.ArticleCleaner;
import dev.dateline.pipeline.page.CleanerLimits;
import dev.dateline.pipeline.page.LearntBoilerplate;
import dev.dateline.pipeline.page.OwnLines;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How pages are cleaned.
 *
 * @param limits what a page may cost before it is dropped
 * @param lines boilerplate that the operator names
 * @param learns whether what hosts repeat is learnt and removed
 * @param neverLearn hosts that are left alone by that
 */
public record CleanerConfig(CleanerLimits limits, OwnLines lines, boolean learns, Set<String> neverLearn) {
    private static final Pattern HOST = Pattern.compile("(?!www\\.)[a-z0-9.-]+");

    static final Setting<Long> MAX_PAGE =
            Setting.of("cleaner.max-page", SettingType.SIZE, "10MiB", "Larger pages are dropped as too_large.");
    static final Setting<String> LINES = Setting.of(
            "cleaner.lines",
            SettingType.STRING,
            "",
            "YAML file of boilerplate lines of your own (docs/cleaning.md); empty for none.");
    static final Setting<Boolean> LEARN = Setting.of(
            "cleaner.learn-boilerplate",
            SettingType.BOOLEAN,
            "true",
            "Whether blocks that a host repeats on many pages are learnt, and taken off its texts (docs/cleaning.md).");
    static final Setting<List<String>> NEVER_LEARN = Setting.of(
            "cleaner.never-learn",
            SettingType.LIST.where(
                    hosts -> hosts.stream().allMatch(host -> HOST.matcher(host).matches()), "hosts without www."),
            "",
            "Hosts that nothing is learnt of and whose texts keep all their blocks.");
    static final List<Setting<?>> SETTINGS = List.of(MAX_PAGE, LINES, LEARN, NEVER_LEARN);

    private static final long MOST_BYTES = 1 << 20;

    public static final CleanerConfig DEFAULT = new CleanerConfig(CleanerLimits.DEFAULT, OwnLines.NONE, true, Set.of());

    static CleanerConfig from(Settings settings) throws StartException {
        var limits = CleanerLimits.DEFAULT.withMaxBytes(Math.toIntExact(settings.get(MAX_PAGE)));
        var file = settings.get(LINES);
        return new CleanerConfig(
                limits,
                file.isEmpty() ? OwnLines.NONE : lines(Path.of(file)),
                settings.get(LEARN),
                Set.copyOf(settings.get(NEVER_LEARN)));
    }

    private static OwnLines lines(Path file) throws StartException {
        var what = LINES.key() + " (" + file + ")";
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new StartException(what, "is larger than 1 MiB", "Give a list that a person has written.");
            }
            return OwnLines.parse(Files.readString(file));
        } catch (IOException e) {
            throw new StartException(what, "cannot be read as UTF-8 text", "Give a file that is there and readable.");
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    what,
                    String.valueOf(e.getMessage()),
                    "Write lists of text under alone, beginnings, closings or disclaimers.");
        }
    }

    /** Makes the stage that the command line uses: it has no log to learn from. */
    public Stage<RawArticle, CleanArticle> cleaner() {
        return cleaner(LearntBoilerplate.NONE);
    }

    /** Makes the stage that the service runs. */
    Stage<RawArticle, CleanArticle> cleaner(LearntBoilerplate learnt) {
        return new ArticleCleaner(limits, lines, learnt, Sketcher::sketch);
    }
}
