package dev.dateline.standalone.inspect;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.pipeline.Stage;
import dev.dateline.pipeline.dedup.Deduplicator;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.pipeline.dedup.Judgement;
import dev.dateline.pipeline.dedup.StatesInMemory;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import dev.dateline.standalone.stage.ArticleJson;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Runs the stages over one article, as the services would, and notes what each did. */
final class Inspection {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage<RawArticle, CleanArticle> cleaner;
    private final Tagger tagger;

    Inspection(Stage<RawArticle, CleanArticle> cleaner, Tagger tagger) {
        this.cleaner = cleaner;
        this.tagger = tagger;
    }

    /**
     * Inspects an article.
     *
     * @param earlier articles that came before it in the log, for the deduplicator to compare with
     */
    ObjectNode of(RawArticle raw, List<RawArticle> earlier) {
        var report = JSON.createObjectNode();
        report.putObject("fetch")
                .put("articleId", raw.getArticleId())
                .put("url", raw.getUrl())
                .put("canonicalUrl", raw.getCanonicalUrl())
                .put(
                        "contentType",
                        raw.getFetch() == null ? null : raw.getFetch().getContentType())
                .put("bytes", raw.getBody().remaining());
        cleaner.apply(raw)
                .fold(
                        article -> {
                            report.set("clean", ArticleJson.clean(raw.getArticleId(), article));
                            report.set("dedup", judge(article, earlier));
                            report.set("tag", tag(article));
                            return report;
                        },
                        (reason, detail) -> report.set("clean", dropped(reason.label(), detail)));
        return report;
    }

    private static ObjectNode dropped(String reason, String detail) {
        return JSON.createObjectNode().put("dropped", reason).put("detail", detail);
    }

    private ObjectNode judge(CleanArticle article, List<RawArticle> earlier) {
        var deduplicator = new Deduplicator(new StatesInMemory(), DeduplicatorConfig.DEFAULT);
        var position = 0L;
        var cleaned = new HashMap<String, CleanArticle>();
        for (var other : earlier) {
            var at = position++;
            cleaner.apply(other)
                    .fold(
                            clean -> {
                                cleaned.put(clean.getArticleId(), clean);
                                return deduplicator
                                        .judge(clean, clean.getFetchedAt(), at)
                                        .detail();
                            },
                            (reason, detail) -> detail);
        }
        var judgement = deduplicator.judge(article, article.getFetchedAt(), position);
        var report = verdict(judgement, article, earlier.size());
        judgement
                .duplicate()
                .map(copy -> cleaned.get(copy.getDuplicateOf()))
                .ifPresent(original -> CopyReport.compare(report, article, original));
        return report;
    }

    private static ObjectNode verdict(Judgement judgement, CleanArticle article, int compared) {
        var json = JSON.createObjectNode().put("comparedWith", compared);
        judgement.dropped().ifPresent(reason -> json.put("verdict", reason.label()));
        judgement.unique().ifPresent(unique -> json.put("verdict", "original").put("version", unique.getVersion()));
        judgement
                .duplicate()
                .ifPresent(copy -> json.put("verdict", "duplicate")
                        .put("duplicateOf", copy.getDuplicateOf())
                        .put("kind", copy.getKind().name().toLowerCase(Locale.ROOT))
                        .put("similarity", copy.getSimilarity())
                        .put("containment", copy.getContainment()));
        var sketch = article.getSketch();
        json.put("sketch", sketch == null ? "none: too short to compare" : sketch.getAlgorithm());
        json.put("shingles", sketch == null ? 0 : sketch.getSize());
        return json.put("detail", judgement.detail());
    }

    private ObjectNode tag(CleanArticle article) {
        var tags = tagger.tag(
                article.getTitle(),
                article.getText(),
                article.getLanguage(),
                article.getPublisher().getCountry());
        var json = JSON.createObjectNode().put("taxonomyVersion", tagger.taxonomyVersion());
        json.set("regions", ArticleJson.regions(tags.regions()));
        json.set("themes", ArticleJson.themes(tags.themes()));
        return json;
    }
}
