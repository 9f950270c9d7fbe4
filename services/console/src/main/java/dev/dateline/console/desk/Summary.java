package dev.dateline.console.desk;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.RegionRole;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article as a line of the feed.
 *
 * @param copies how many copies of its story are known
 */
public record Summary(
        String id,
        int version,
        EventType event,
        ArticleStatus status,
        String url,
        String title,
        String excerpt,
        @Nullable String outlet,
        String sourceId,
        String storyId,
        @Nullable Instant published,
        Instant at,
        String language,
        List<Region> regions,
        List<Theme> themes,
        int copies) {

    /** A region tag without its evidence. */
    public record Region(String code, RegionRole role, double score) {}

    /** A theme tag without its evidence. */
    public record Theme(String code, double score) {}

    static Summary of(Entry entry, int copies) {
        var article = entry.article();
        return new Summary(
                article.getArticleId(),
                article.getVersion(),
                article.getEvent(),
                article.getStatus(),
                article.getUrl(),
                article.getTitle(),
                article.getText(),
                article.getPublisher().getOutlet(),
                article.getSourceId(),
                article.getStoryId(),
                article.getPublished(),
                entry.at(),
                article.getLanguage(),
                regions(article),
                themes(article),
                copies);
    }

    private static List<Region> regions(EnrichedArticle article) {
        return article.getRegions().stream()
                .map(tag -> new Region(tag.getCode(), tag.getRole(), tag.getScore()))
                .toList();
    }

    private static List<Theme> themes(EnrichedArticle article) {
        return article.getThemes().stream()
                .map(tag -> new Theme(tag.getCode(), tag.getScore()))
                .toList();
    }
}
