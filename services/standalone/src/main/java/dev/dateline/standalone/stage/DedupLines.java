package dev.dateline.standalone.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.pipeline.ContentHash;
import dev.dateline.pipeline.DropReason;
import dev.dateline.pipeline.dedup.Deduplicator;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.pipeline.dedup.Judgement;
import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.pipeline.dedup.StatesInMemory;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.Publisher;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * {@code stage dedup}: {@code {id, title, text, url?, published?, language?}} to the same with {@code {verdict, duplicateOf,
 * versionOf, similarity, containment, role}}, so that it can be tagged next. Identity is the canonical address when there is one, else the id. Lines count as fetched in
 * their order; without a date of publication no horizon applies.
 */
final class DedupLines implements JsonLines.Answer {
    /** All lines are read at one time of the log, so that nothing is forgotten between them; later than any of them was fetched. */
    private static final Instant INGESTED = Instant.parse("3000-01-01T00:00:00Z");

    private final Deduplicator deduplicator;
    private final Map<String, String> inputIds = new HashMap<>();
    private long position;

    DedupLines(DeduplicatorConfig config) {
        this.deduplicator = new Deduplicator(new StatesInMemory(), config);
    }

    @Override
    public ObjectNode to(ObjectNode input) {
        var id = input.path("id").asText();
        var article = article(id, input);
        var judgement = deduplicator.judge(article, INGESTED, position++);
        var first = inputIds.putIfAbsent(article.getArticleId(), id);
        return answer(input, first == null ? id : first, judgement);
    }

    private CleanArticle article(String id, ObjectNode input) {
        var title = input.path("title").asText("");
        var text = input.path("text").asText("");
        var url = CanonicalUrl.parse(
                input.path("canonicalUrl").asText(input.path("url").asText("")));
        return CleanArticle.newBuilder()
                .setArticleId(url.map(ArticleId::of).orElse(id))
                .setCanonicalUrl(url.map(CanonicalUrl::value).orElse(id))
                .setSourceId("stage")
                .setPublisher(Publisher.newBuilder().build())
                .setFetchedAt(Instant.EPOCH.plusSeconds(position))
                .setEventTime(eventTime(input.path("published").asText("")))
                .setTitle(title)
                .setText(text)
                .setLanguage(input.path("language").asText("und"))
                .setProvenance(Provenance.newBuilder().build())
                .setContentHash(ContentHash.of(title, text))
                .setSketch(Sketcher.sketch(title, text).orElse(null))
                .setExtractorVersion("stage")
                .build();
    }

    private static Instant eventTime(String published) {
        if (published.isEmpty()) {
            return Deduplicator.UNDATED;
        }
        try {
            return published.length() == "2026-01-01".length()
                    ? LocalDate.parse(published).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(published).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("published '" + published + "' is no ISO 8601 date or time", e);
        }
    }

    private ObjectNode answer(ObjectNode input, String first, Judgement judgement) {
        var json = input.deepCopy();
        judgement.dropped().ifPresent(reason -> {
            json.put(
                    "verdict",
                    reason == DropReason.UNCHANGED || reason == DropReason.SUPERSEDED ? reason.name() : "DROPPED");
            json.putNull("duplicateOf");
            json.put("versionOf", reason == DropReason.UNCHANGED ? first : null);
        });
        judgement
                .unique()
                .ifPresent(article -> json.put("verdict", article.getVersion() == 1 ? "ORIGINAL" : "VERSION")
                        .put("duplicateOf", (String) null)
                        .put("versionOf", article.getVersion() == 1 ? null : first)
                        .put("role", "original"));
        judgement
                .duplicate()
                .ifPresent(article -> json.put("verdict", "DUPLICATE")
                        .put("duplicateOf", inputIds.get(article.getDuplicateOf()))
                        .put("versionOf", (String) null)
                        .put("similarity", article.getSimilarity())
                        .put("containment", article.getContainment())
                        .put("role", article.getKind().name().toLowerCase(Locale.ROOT)));
        return json.put("detail", judgement.detail());
    }
}
