package dev.dateline.console.desk;

import dev.dateline.schema.Disposition;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.SourceStatus;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Knows the newest news. One thread brings records in; any thread may ask. While history is read, listeners hear nothing:
 * nobody wants ten thousand old articles one by one.
 */
public final class NewsDesk {
    /** Articles, copies and traced articles that are kept. */
    public static final int CAPACITY = 10_000;

    private final ArticleRing articles = new ArticleRing(CAPACITY);
    private final CopyRing copies = new CopyRing(CAPACITY);
    private final TraceRing traces = new TraceRing(2 * CAPACITY);
    private final StageCounts counts = new StageCounts();
    private final SourceBoard sources = new SourceBoard();
    private final NewsListener listener;
    private final Clock clock;
    private final Instant since;

    private volatile Overview.State state = Overview.State.CATCHING_UP;
    private volatile boolean listening;
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private volatile long lag;

    public NewsDesk(NewsListener listener, Instant since, Clock clock) {
        this.listener = listener;
        this.since = since;
        this.clock = clock;
    }

    /** Takes in an article; an article that was a copy until now is one no longer. */
    public void article(String id, @Nullable EnrichedArticle article, Instant at, Entry.Place place) {
        if (article == null) {
            articles.remove(id);
            return;
        }
        copies.remove(id);
        var entry = Entry.of(article, at, place);
        articles.put(entry);
        if (listening) {
            listener.article(entry, summary(entry));
        }
    }

    /** Takes in a copy. */
    public void duplicate(DuplicateArticle duplicate, Instant at) {
        var copy = Copy.of(duplicate, at);
        copies.put(copy);
        duplicates.increment();
        if (listening) {
            listener.duplicate(copy, copies.countOf(copy.storyId()));
        }
    }

    /** Takes in what became of a record at a stage. */
    public void disposition(Disposition disposition) {
        counts.count(disposition);
        traces.put(disposition.getArticleId(), Trace.of(disposition));
    }

    /** Takes in how a source is; null when it is no more. */
    public void source(String id, @Nullable SourceStatus status) {
        if (status == null) {
            sources.remove(id);
            return;
        }
        var row = sources.put(status);
        if (listening) {
            listener.source(row);
        }
    }

    /** Counts a record that could not be decoded. */
    public void unreadable() {
        unreadable.increment();
    }

    /** Learns whether Kafka answers and how much is still to be read; tells the listener the figures. */
    public void progress(boolean answers, boolean caughtUp, long lag) {
        this.lag = lag;
        state = !answers ? Overview.State.CUT_OFF : caughtUp ? Overview.State.LIVE : Overview.State.CATCHING_UP;
        if (caughtUp && !listening) {
            listening = true;
            listener.caughtUp();
        }
        listener.overview(overview());
    }

    /** The newest articles that a reader asked for. */
    public List<Summary> newest(ArticleFilter filter, int limit) {
        return articles.newest(filter, limit).stream().map(this::summary).toList();
    }

    /** All that is known of an article. */
    public Optional<Detail> detail(String id) {
        return articles.find(id)
                .map(entry -> Detail.of(
                        entry, traces.of(id), copies.ofStory(entry.article().getStoryId())));
    }

    /** All sources, those in trouble first. */
    public List<SourceBoard.Row> sources() {
        return sources.rows();
    }

    /** Whether what the desk knows is that of now. */
    public Overview.State state() {
        return state;
    }

    /** The figures of now. */
    public Overview overview() {
        return new Overview(
                state,
                since,
                clock.instant(),
                articles.newest(entry -> true, 1).stream()
                        .map(Entry::at)
                        .findFirst()
                        .orElse(null),
                articles.size(),
                duplicates.sum(),
                unreadable.sum(),
                lag,
                counts.stages());
    }

    private Summary summary(Entry entry) {
        return Summary.of(entry, copies.countOf(entry.article().getStoryId()));
    }
}
