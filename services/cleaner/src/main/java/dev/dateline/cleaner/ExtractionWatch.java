package dev.dateline.cleaner;

import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cleans, and notices when the pages of a source suddenly give less than they used to: most often its site has another
 * layout, or answers with a wall. Changes no outcome. What it knows begins anew with the process.
 */
final class ExtractionWatch implements Stage<RawArticle, CleanArticle> {
    private static final Logger log = LoggerFactory.getLogger(ExtractionWatch.class);
    /** Sources with a habit; of more than these, those not heard of for longest are forgotten. */
    private static final int MOST_SOURCES = 10_000;
    /** Sources named in metrics at one time: when more break, it is not the sites. */
    private static final int MOST_NAMED = 100;

    private final Stage<RawArticle, CleanArticle> cleaner;
    private final MeterRegistry meters;
    private final Set<String> broken = new TreeSet<>();
    private final Map<String, Habit> habits = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Habit> eldest) {
            if (size() > MOST_SOURCES) {
                mended(eldest.getKey());
                return true;
            }
            return false;
        }
    };

    ExtractionWatch(Stage<RawArticle, CleanArticle> cleaner, MeterRegistry meters) {
        this.cleaner = cleaner;
        this.meters = meters;
    }

    @Override
    public Outcome<CleanArticle> apply(RawArticle page) {
        var outcome = cleaner.apply(page);
        if (page.getStatus() == ArticleStatus.LIVE) {
            note(page.getSourceId(), outcome);
        }
        return outcome;
    }

    private synchronized void note(String source, Outcome<CleanArticle> outcome) {
        var habit = habits.computeIfAbsent(source, id -> new Habit());
        outcome.fold(
                article -> {
                    habit.kept(article.getText().length(), article.getConfidence());
                    return true;
                },
                (reason, detail) -> {
                    habit.dropped();
                    return false;
                });
        habit.trouble().ifPresentOrElse(trouble -> broke(source, trouble), () -> mended(source));
    }

    private void broke(String source, String trouble) {
        if (broken.size() < MOST_NAMED && broken.add(source)) {
            CleanerMetrics.BROKEN.gauge(meters, this, watch -> 1, source);
            log.atWarn()
                    .addKeyValue("source", source)
                    .addKeyValue("trouble", trouble)
                    .log("extraction of a source broke");
        }
    }

    private void mended(String source) {
        if (broken.remove(source)) {
            CleanerMetrics.BROKEN.remove(meters, source);
            log.atInfo().addKeyValue("source", source).log("extraction of a source is as it was");
        }
    }
}
