package dev.dateline.console.desk;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes entries of the records that tell what became of an article. */
final class Entries {
    /** Characters of text that are kept: 10,000 articles of any length fit into memory. */
    static final int EXCERPT = 600;

    private static final String UNKNOWN_LANGUAGE = "und";

    private Entries() {}

    /** An original. */
    static Entry of(EnrichedArticle article, Instant at, Entry.Place place) {
        var summary = new Summary(
                article.getArticleId(),
                article.getArticleId(),
                Fate.ORIGINAL,
                article.getVersion(),
                article.getEvent(),
                article.getStatus(),
                article.getUrl(),
                article.getTitle(),
                excerpt(article.getText()),
                article.getPublisher().getOutlet(),
                article.getSourceId(),
                article.getStoryId(),
                article.getPublished(),
                at,
                article.getLanguage(),
                regions(article),
                themes(article),
                null,
                null,
                0);
        return new Entry(summary, place, Words.of(article.getTitle(), article.getText()), Set.of());
    }

    /** A copy. */
    static Entry of(DuplicateArticle duplicate, Instant at, Entry.Place place) {
        var article = duplicate.getArticle();
        var summary = new Summary(
                article.getArticleId(),
                article.getArticleId(),
                Fate.COPY,
                duplicate.getVersion(),
                duplicate.getEvent(),
                article.getStatus(),
                article.getCanonicalUrl(),
                article.getTitle(),
                excerpt(article.getText()),
                article.getPublisher().getOutlet(),
                article.getSourceId(),
                duplicate.getStoryId(),
                article.getPublished(),
                at,
                article.getLanguage(),
                List.of(),
                List.of(),
                new Summary.Match(
                        duplicate.getDuplicateOf(),
                        duplicate.getKind(),
                        duplicate.getSimilarity(),
                        duplicate.getContainment(),
                        ""),
                null,
                0);
        return new Entry(summary, place, Words.of(article.getTitle(), article.getText()), Set.of());
    }

    /** What a stage dropped or could not work on. */
    static Entry lost(Disposition trace) {
        var place = new Entry.Place(trace.getTopic(), trace.getPartition(), trace.getOffset());
        var summary = new Summary(
                String.join(
                        "-",
                        trace.getStage(),
                        Integer.toString(place.partition()),
                        Long.toString(place.offset()),
                        trace.getArticleId()),
                trace.getArticleId(),
                trace.getOutcome() == DispositionOutcome.DROPPED ? Fate.DROPPED : Fate.DEAD,
                0,
                EventType.CREATED,
                ArticleStatus.LIVE,
                trace.getUrl() == null ? "" : trace.getUrl(),
                trace.getTitle() == null ? "" : trace.getTitle(),
                "",
                null,
                trace.getSourceId(),
                null,
                null,
                trace.getAt(),
                UNKNOWN_LANGUAGE,
                List.of(),
                List.of(),
                null,
                new Summary.Loss(trace.getStage(), trace.getReason(), trace.getDetail()),
                0);
        return new Entry(summary, place, Words.of(summary.title()), Set.of());
    }

    private static String excerpt(String text) {
        if (text.length() <= EXCERPT) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
        return text.substring(0, end) + "…";
    }

    private static List<Summary.Region> regions(EnrichedArticle article) {
        return article.getRegions().stream()
                .map(tag -> new Summary.Region(tag.getCode(), tag.getRole(), tag.getScore()))
                .toList();
    }

    private static List<Summary.Theme> themes(EnrichedArticle article) {
        return article.getThemes().stream()
                .map(tag -> new Summary.Theme(tag.getCode(), tag.getScore()))
                .toList();
    }
}
