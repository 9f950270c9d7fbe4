package dev.dateline.cleaner;

import dev.dateline.pipeline.Stage;
import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.pipeline.page.ArticleCleaner;
import dev.dateline.pipeline.page.CleanerLimits;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import java.util.List;

/**
 * How pages are cleaned.
 *
 * @param limits what a page may cost before it is dropped
 */
public record CleanerConfig(CleanerLimits limits) {
    static final Setting<Long> MAX_PAGE =
            Setting.of("cleaner.max-page", SettingType.SIZE, "10MiB", "Larger pages are dropped as too_large.");
    static final List<Setting<?>> SETTINGS = List.of(MAX_PAGE);

    public static final CleanerConfig DEFAULT = new CleanerConfig(CleanerLimits.DEFAULT);

    static CleanerConfig from(Settings settings) {
        return new CleanerConfig(CleanerLimits.DEFAULT.withMaxBytes(Math.toIntExact(settings.get(MAX_PAGE))));
    }

    /** Makes the stage that the service runs and the command line uses. */
    public Stage<RawArticle, CleanArticle> cleaner() {
        return new ArticleCleaner(limits, Sketcher::sketch);
    }
}
