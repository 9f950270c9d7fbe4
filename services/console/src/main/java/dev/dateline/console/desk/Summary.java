package dev.dateline.console.desk;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.DuplicateKind;
import dev.dateline.schema.EventType;
import dev.dateline.schema.RegionRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a line of the feed.
 *
 * @param key names the line: the article's id, or for what was lost the record that it was lost with
 * @param title empty when none is known
 * @param at intake, which orders the feed
 * @param language {@code und} when it is not known
 * @param outlet for what was lost, the name of its source
 * @param regions of a copy, those of what it copies; copies are not tagged
 * @param match what a copy copies; null for anything else
 * @param loss why it went no further; null when it did
 * @param copies how many copies of its story are known
 */
public record Summary(
        String key,
        String id,
        Fate outcome,
        int version,
        EventType event,
        ArticleStatus status,
        String url,
        String title,
        String excerpt,
        @Nullable String outlet,
        @Nullable String sourceId,
        @Nullable String storyId,
        @Nullable Instant published,
        Instant at,
        String language,
        List<Region> regions,
        List<Theme> themes,
        @Nullable Match match,
        @Nullable Loss loss,
        int copies) {

    /** A region tag without its evidence. */
    public record Region(String code, RegionRole role, double score) {}

    /** A theme tag without its evidence. */
    public record Theme(String code, double score) {}

    /**
     * The article that a copy copies, and how alike they are.
     *
     * @param title of that article; empty when it is not among the newest
     */
    public record Match(String duplicateOf, DuplicateKind kind, double similarity, double containment, String title) {}

    /** Where and why an article went no further. */
    public record Loss(
            String stage, @Nullable String reason, @Nullable String detail) {}

    Summary withCopies(int count) {
        return with(title, outlet, language, regions, themes, match, count);
    }

    /** A withdrawal says nothing any more of what it withdraws: the line goes on under the name that people know. */
    Summary named(Summary before) {
        return with(before.title, outlet, before.language, regions, themes, match, copies);
    }

    Summary from(String source) {
        return with(title, source, language, regions, themes, match, copies);
    }

    /** A copy is about what its original is about. */
    Summary copying(Match found, Summary original) {
        var titled = new Match(found.duplicateOf, found.kind, found.similarity, found.containment, original.title);
        return with(title, outlet, language, original.regions, original.themes, titled, copies);
    }

    private Summary with(
            String title,
            @Nullable String outlet,
            String language,
            List<Region> regions,
            List<Theme> themes,
            @Nullable Match match,
            int copies) {
        return new Summary(
                key, id, outcome, version, event, status, url, title, excerpt, outlet, sourceId, storyId, published, at,
                language, regions, themes, match, loss, copies);
    }
}
