package dev.dateline.console.desk;

import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.DuplicateKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An article that copies another one, without its text. */
public record Copy(
        String articleId,
        String url,
        String title,
        @Nullable String outlet,
        String language,
        String duplicateOf,
        String storyId,
        int version,
        double similarity,
        double containment,
        DuplicateKind kind,
        Instant at) {

    static Copy of(DuplicateArticle duplicate, Instant at) {
        var article = duplicate.getArticle();
        return new Copy(
                article.getArticleId(),
                article.getCanonicalUrl(),
                article.getTitle(),
                article.getPublisher().getOutlet(),
                article.getLanguage(),
                duplicate.getDuplicateOf(),
                duplicate.getStoryId(),
                duplicate.getVersion(),
                duplicate.getSimilarity(),
                duplicate.getContainment(),
                duplicate.getKind(),
                at);
    }
}
