package dev.dateline.console.desk;

import dev.dateline.schema.SourceRhythm;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** How each source is doing, as of its latest poll. Thread-safe. */
public final class SourceBoard {
    /** What needs attention stands first. */
    private static final List<SourceState> URGENCY =
            List.of(SourceState.FAILING, SourceState.NEW, SourceState.OK, SourceState.PAUSED);

    private static final Comparator<Row> ORDER = Comparator.<Row>comparingInt(row -> URGENCY.indexOf(row.state()))
            .thenComparing(Row::name)
            .thenComparing(Row::id);

    private final Map<String, Row> byId = new ConcurrentHashMap<>();

    /**
     * How often a source brings articles.
     *
     * @param longestGapSeconds between two new articles, lately
     * @param busiestHour articles in the busiest hour, lately
     */
    public record Rhythm(Instant lastArticle, double longestGapSeconds, double busiestHour) {
        static @Nullable Rhythm of(@Nullable SourceRhythm rhythm) {
            return rhythm == null
                    ? null
                    : new Rhythm(rhythm.getLastArticle(), rhythm.getLongestGap(), rhythm.getBusiestHour());
        }
    }

    /** One source; its rhythm is null before its first article. */
    public record Row(
            String id,
            String name,
            String url,
            SourceState state,
            Instant lastAttempt,
            @Nullable Instant lastSuccess,
            Instant nextAttempt,
            @Nullable Integer httpStatus,
            int consecutiveFailures,
            int items,
            long articles,
            @Nullable String problem,
            @Nullable Rhythm rhythm) {

        static Row of(SourceStatus status) {
            return new Row(
                    status.getSourceId(),
                    status.getName(),
                    status.getUrl(),
                    status.getState(),
                    status.getLastAttempt(),
                    status.getLastSuccess(),
                    status.getNextAttempt(),
                    status.getHttpStatus(),
                    status.getConsecutiveFailures(),
                    status.getItems(),
                    status.getArticles(),
                    status.getProblem(),
                    Rhythm.of(status.getRhythm()));
        }
    }

    Row put(SourceStatus status) {
        var row = Row.of(status);
        byId.put(row.id(), row);
        return row;
    }

    void remove(String id) {
        byId.remove(id);
    }

    Optional<String> nameOf(@Nullable String id) {
        return Optional.ofNullable(id).map(byId::get).map(Row::name);
    }

    /** All sources, those in trouble first. */
    public List<Row> rows() {
        return byId.values().stream().sorted(ORDER).toList();
    }
}
