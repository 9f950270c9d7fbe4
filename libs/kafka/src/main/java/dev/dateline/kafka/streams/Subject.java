package dev.dateline.kafka.streams;

import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RawArticle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a trace and a latency need to know of an article, whatever its record type.
 *
 * @param url canonical address
 * @param sourceId where it came from
 * @param title by its feed while its page was not read yet; null when nothing says
 * @param fetchedAt when its bytes were had
 * @param published when it was published, if known
 */
public record Subject(
        String url,
        String sourceId,
        @Nullable String title,
        Instant fetchedAt,
        @Nullable Instant published) {

    public Subject {
        title = title == null || title.isBlank() ? null : title;
    }

    public static Subject of(RawArticle article) {
        var item = article.getFeedItem();
        return new Subject(
                article.getCanonicalUrl(),
                article.getSourceId(),
                item == null ? null : item.getTitle(),
                article.getFetchedAt(),
                item == null ? null : item.getPublished());
    }

    public static Subject of(CleanArticle article) {
        return new Subject(
                article.getCanonicalUrl(),
                article.getSourceId(),
                article.getTitle(),
                article.getFetchedAt(),
                article.getPublished());
    }

    public static Subject of(EnrichedArticle article) {
        return new Subject(
                article.getUrl(),
                article.getSourceId(),
                article.getTitle(),
                article.getFetchedAt(),
                article.getPublished());
    }
}
