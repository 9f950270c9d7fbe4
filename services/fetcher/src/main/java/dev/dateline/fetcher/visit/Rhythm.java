package dev.dateline.fetcher.visit;

import dev.dateline.schema.SourceRhythm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Learns how often a source brings articles, from its own history: the longest time that it was silent and the most that it
 * brought in an hour. The longest and not the mean, since most outlets sleep at night; both fade over days, so that a source
 * that has changed its habit is known by the new one.
 */
public final class Rhythm {
    /** Fewer articles make no habit. */
    private static final int KNOWN = 20;
    /** A source that never pauses for longer may still be silent for so long. */
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(10);
    /** What is fewer in an hour is no flood, whatever the habit. */
    private static final int FEW = 3;

    private static final double HALF_LIFE_SECONDS = Duration.ofDays(4).toSeconds();

    private Rhythm() {}

    /** Takes in that a new article came. */
    static SourceRhythm after(@Nullable SourceRhythm before, Instant at) {
        if (before == null) {
            return SourceRhythm.newBuilder()
                    .setLastArticle(at)
                    .setArticles(1)
                    .setHour(at.truncatedTo(ChronoUnit.HOURS))
                    .setInHour(1)
                    .build();
        }
        var gap = Math.max(0, seconds(before.getLastArticle(), at));
        var kept = Math.pow(2, -gap / HALF_LIFE_SECONDS);
        var hour = at.truncatedTo(ChronoUnit.HOURS);
        var isSameHour = !hour.isAfter(before.getHour());
        return SourceRhythm.newBuilder(before)
                .setLastArticle(before.getLastArticle().isAfter(at) ? before.getLastArticle() : at)
                .setLongestGap(Math.max(gap, before.getLongestGap() * kept))
                .setArticles(before.getArticles() + 1)
                .setHour(isSameHour ? before.getHour() : hour)
                .setInHour(isSameHour ? before.getInHour() + 1 : 1)
                .setBusiestHour(Math.max(isSameHour ? 0 : before.getInHour(), before.getBusiestHour() * kept))
                .build();
    }

    /** How many times its longest usual silence a source is silent now; NaN while that is not known. */
    public static double silence(@Nullable SourceRhythm rhythm, Instant now) {
        return rhythm == null || rhythm.getArticles() < KNOWN
                ? Double.NaN
                : seconds(rhythm.getLastArticle(), now) / Math.max(rhythm.getLongestGap(), SHORTEST_GAP.toSeconds());
    }

    /** How many times as much as in its busiest usual hour a source has brought in this hour; NaN while that is not known. */
    public static double flood(@Nullable SourceRhythm rhythm, Instant now) {
        if (rhythm == null || rhythm.getArticles() < KNOWN || rhythm.getBusiestHour() == 0) {
            return Double.NaN;
        }
        var isThisHour = seconds(rhythm.getHour(), now) < Duration.ofHours(1).toSeconds();
        return isThisHour ? rhythm.getInHour() / Math.max(FEW, rhythm.getBusiestHour()) : 0;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }
}
