package dev.dateline.standalone.demo;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Provenance;
import java.util.List;

/** What cleaning found out about an article, whichever topic it ended in. */
record Found(
        String title, String text, String language, List<String> authors, Provenance provenance, boolean withdrawn) {

    static Found of(EnrichedArticle article) {
        return new Found(
                article.getTitle(),
                article.getText(),
                article.getLanguage(),
                article.getAuthors(),
                article.getProvenance(),
                article.getStatus() == ArticleStatus.WITHDRAWN);
    }

    static Found of(CleanArticle article) {
        return new Found(
                article.getTitle(),
                article.getText(),
                article.getLanguage(),
                article.getAuthors(),
                article.getProvenance(),
                article.getStatus() == ArticleStatus.WITHDRAWN);
    }
}
