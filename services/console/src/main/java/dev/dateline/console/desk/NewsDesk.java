package dev.dateline.console.desk;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.SourceStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Knows the newest news. One thread brings records in; any thread may ask. While history is read, listeners hear nothing:
 * nobody wants ten thousand old articles one by one.
 */
public final class NewsDesk {
    /** Lines, copies and half of the traced articles that are kept. */
    public static final int CAPACITY = 10_000;

    private final ArticleRing articles = new ArticleRing(CAPACITY);
    private final CopyRing copies = new CopyRing(CAPACITY);
    private final TraceRing traces = new TraceRing(2 * CAPACITY);
    private final StageCounts counts = new StageCounts();
    private final SourceBoard sources = new SourceBoard();
    private final NewsListener listener;
    private final Clock clock;
    private final Instant since;
    private final Function<EnrichedArticle, Set<String>> routes;
    private final Lately latencies;
    private final Lately deadLetters;

    private volatile Overview.State state = Overview.State.CATCHING_UP;
    private volatile boolean listening;
    private final LongAdder duplicates = new LongAdder();
    private final LongAdder unreadable = new LongAdder();
    private volatile long unread;
    private volatile @Nullable Map<String, Long> lag;

    /**
     * Makes a desk that knows nothing yet.
     *
     * @param routes names of those that an article belongs to
     */
    public NewsDesk(NewsListener listener, Instant since, Clock clock, Function<EnrichedArticle, Set<String>> routes) {
        this.listener = listener;
        this.since = since;
        this.clock = clock;
        this.routes = routes;
        this.latencies = new Lately(clock);
        this.deadLetters = new Lately(clock);
    }

    /** Takes in an article; an article that was a copy until now is one no longer. */
    public void article(String id, @Nullable EnrichedArticle article, Instant at, Entry.Place place) {
        if (article == null) {
            articles.remove(id);
            return;
        }
        copies.remove(id);
        if (listening && article.getEvent() != EventType.RETAGGED) { // its age is no latency
            var now = clock.instant();
            latencies.add(now, Math.max(0, Duration.between(at, now).toMillis()));
        }
        var entry = Entries.of(article, at, place).on(routes.apply(article));
        put(article.getStatus() == ArticleStatus.WITHDRAWN ? named(entry) : entry);
    }

    private Entry named(Entry withdrawal) {
        return articles.find(withdrawal.summary().key())
                .map(before -> withdrawal.with(withdrawal.summary().named(before.summary())))
                .orElse(withdrawal);
    }

    /** Takes in a copy. */
    public void duplicate(DuplicateArticle duplicate, Instant at, Entry.Place place) {
        var entry = Entries.of(duplicate, at, place);
        copies.put(entry.summary());
        duplicates.increment();
        put(entry);
        if (listening) {
            listener.copies(duplicate.getStoryId(), copies.countOf(duplicate.getStoryId()));
        }
    }

    /** Takes in what became of a record at a stage. */
    public void disposition(Disposition disposition) {
        counts.count(disposition);
        traces.put(disposition.getArticleId(), Trace.of(disposition));
        if (disposition.getOutcome() == DispositionOutcome.DEAD_LETTERED) {
            deadLetters.add(disposition.getAt(), 1);
        }
        if (disposition.getOutcome() != DispositionOutcome.KEPT) {
            put(Entries.lost(disposition));
        }
    }

    private void put(Entry entry) {
        articles.put(entry);
        if (listening) {
            listener.article(completed(entry));
        }
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

    /** Learns how many records each service has still to read; null when Kafka did not say. */
    public void lag(@Nullable Map<String, Long> byService) {
        lag = byService;
    }

    /** Learns whether Kafka answers and how much is still to be read; tells the listener the figures. */
    public void progress(boolean answers, boolean caughtUp, long unread) {
        this.unread = unread;
        state = !answers ? Overview.State.CUT_OFF : caughtUp ? Overview.State.LIVE : Overview.State.CATCHING_UP;
        if (caughtUp && !listening) {
            listening = true;
            listener.caughtUp();
        }
        listener.overview(overview());
    }

    /** The newest articles that a reader asked for. */
    public List<Summary> newest(ArticleFilter filter, int limit) {
        return articles.newest(this::completed, filter, limit).stream()
                .map(Entry::summary)
                .toList();
    }

    /** Counts what the newest articles are about. */
    public Tally tally() {
        return Tally.of(newest(ArticleFilter.ALL, CAPACITY));
    }

    /** Finds a line by its key. */
    public Optional<Entry> find(String key) {
        return articles.find(key).map(this::completed);
    }

    /** What each stage did with an article, oldest intake first. */
    public List<Trace> traces(String id) {
        return traces.of(id);
    }

    /** The copies of a story, in order of arrival. */
    public List<Summary> copies(String storyId) {
        return copies.ofStory(storyId);
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
        var newest = articles.newest(entry -> entry, entry -> true, 1);
        return new Overview(
                state,
                Objects.requireNonNullElse(counts.earliest(), since),
                clock.instant(),
                newest.isEmpty() ? null : newest.get(0).summary().at(),
                articles.size(),
                duplicates.sum(),
                unreadable.sum(),
                unread,
                lag,
                latencies.p95(),
                deadLetters.count(),
                counts.stages());
    }

    /** Adds what other records tell about an article. */
    private Entry completed(Entry entry) {
        var article = entry.summary();
        return switch (article.outcome()) {
            case ORIGINAL -> entry.with(article.withCopies(copies.countOf(String.valueOf(article.storyId()))));
            case COPY -> copying(entry, Objects.requireNonNull(article.match()));
            case DROPPED, DEAD ->
                sources.nameOf(article.sourceId())
                        .map(name -> entry.with(article.from(name)))
                        .orElse(entry);
        };
    }

    private Entry copying(Entry copy, Summary.Match match) {
        return articles.find(match.duplicateOf())
                .map(original -> copy.with(copy.summary().copying(match, original.summary())))
                .orElse(copy);
    }
}
