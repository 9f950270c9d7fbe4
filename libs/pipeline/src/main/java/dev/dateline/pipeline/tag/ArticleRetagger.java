package dev.dateline.pipeline.tag;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import java.util.Optional;

/** Gives articles that an older taxonomy tagged the tags of the current one. */
public final class ArticleRetagger {
    private final Tagger tagger;

    public ArticleRetagger(Tagger tagger) {
        this.tagger = tagger;
    }

    /** The version of the taxonomy that it tags by. */
    public String taxonomyVersion() {
        return tagger.taxonomyVersion();
    }

    /**
     * Tags an article again; the version stays. Empty when nothing is to be told: it is withdrawn, this or a newer taxonomy tagged
     * it, or it has these tags already.
     */
    public Optional<EnrichedArticle> retag(EnrichedArticle article) {
        var isOlder = article.getTaxonomyVersion().compareTo(tagger.taxonomyVersion()) < 0;
        if (article.getStatus() == ArticleStatus.WITHDRAWN || !isOlder) {
            return Optional.empty();
        }
        var tags = tagger.tag(
                article.getTitle(),
                article.getText(),
                article.getLanguage(),
                article.getPublisher().getCountry());
        if (tags.regions().equals(article.getRegions()) && tags.themes().equals(article.getThemes())) {
            return Optional.empty();
        }
        return Optional.of(EnrichedArticle.newBuilder(article)
                .setEvent(EventType.RETAGGED)
                .setRegions(tags.regions())
                .setThemes(tags.themes())
                .setTaxonomyVersion(tagger.taxonomyVersion())
                .build());
    }
}
