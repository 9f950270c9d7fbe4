package dev.dateline.pipeline.tag;

import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.UniqueArticle;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns unique articles into enriched ones. Drops none; a withdrawal passes without tags. */
public final class ArticleTagger implements Stage<UniqueArticle, EnrichedArticle> {
    static {
        Contracts.trust();
    }

    private final Supplier<Tagger> tagger;
    private final Consumer<String> languageWithoutThemes;

    public ArticleTagger(Tagger tagger) {
        this(() -> tagger, language -> {});
    }

    /**
     * Creates the stage.
     *
     * @param tagger is asked once for each article, so that a new taxonomy comes whole and between two of them
     * @param languageWithoutThemes is told the language of each article that the taxonomy has no terms for, to be counted
     */
    public ArticleTagger(Supplier<Tagger> tagger, Consumer<String> languageWithoutThemes) {
        this.tagger = tagger;
        this.languageWithoutThemes = languageWithoutThemes;
    }

    @Override
    public Outcome<EnrichedArticle> apply(UniqueArticle unique) {
        var article = unique.getArticle();
        var current = tagger.get();
        var tags = article.getStatus() == ArticleStatus.WITHDRAWN
                ? Tags.NONE
                : current.tag(
                        article.getTitle(),
                        article.getText(),
                        article.getLanguage(),
                        article.getPublisher().getCountry());
        if (tags.languageWithoutThemes() != null) {
            languageWithoutThemes.accept(tags.languageWithoutThemes());
        }
        return Outcome.kept(enriched(unique, tags, current.taxonomyVersion()));
    }

    private static EnrichedArticle enriched(UniqueArticle unique, Tags tags, String taxonomyVersion) {
        var article = unique.getArticle();
        return EnrichedArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setVersion(unique.getVersion())
                .setEvent(unique.getEvent())
                .setStatus(article.getStatus())
                .setWithdrawnReason(article.getWithdrawnReason())
                .setUrl(article.getCanonicalUrl())
                .setStoryId(unique.getStoryId())
                .setSourceId(article.getSourceId())
                .setPublisher(article.getPublisher())
                .setTitle(article.getTitle())
                .setText(article.getText())
                .setAuthors(article.getAuthors())
                .setPublished(article.getPublished())
                .setPublishedText(article.getPublishedText())
                .setModified(article.getModified())
                .setModifiedText(article.getModifiedText())
                .setFetchedAt(article.getFetchedAt())
                .setEventTime(article.getEventTime())
                .setLanguage(article.getLanguage())
                .setProvenance(article.getProvenance())
                .setLeadImage(article.getLeadImage())
                .setSection(article.getSection())
                .setKeywords(article.getKeywords())
                .setPaywalled(article.getPaywalled())
                .setRegions(tags.regions())
                .setThemes(tags.themes())
                .setChanges(unique.getChanges())
                .setContentHash(article.getContentHash())
                .setExtractorVersion(article.getExtractorVersion())
                .setBoilerplateVersion(article.getBoilerplateVersion())
                .setTaxonomyVersion(taxonomyVersion)
                .build();
    }
}
