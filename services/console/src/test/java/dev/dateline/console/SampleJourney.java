package dev.dateline.console;

import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.Fetch;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import dev.dateline.schema.UniqueArticle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends an article with every record that it leaves on its way through the stages. */
final class SampleJourney {
    private final RunningConsole console;
    private final EnrichedArticle article;
    private final Instant at = Instant.ofEpochMilli(System.currentTimeMillis());

    private SampleJourney(RunningConsole console, EnrichedArticle article) {
        this.console = console;
        this.article = article;
    }

    static void send(RunningConsole console, EnrichedArticle article) throws Exception {
        new SampleJourney(console, article).send();
    }

    private void send() throws Exception {
        var id = article.getArticleId();
        trace("clean", console.begin(Topics::raw, id, raw(), at).get());
        trace("dedup", console.begin(Topics::clean, id, clean(), at).get());
        var unique = UniqueArticle.newBuilder()
                .setArticle(clean())
                .setVersion(article.getVersion())
                .setStoryId(article.getStoryId())
                .build();
        trace("tag", console.begin(Topics::unique, id, unique, at).get());
        trace("route", console.begin(Topics::enriched, id, located(article), at).get());
    }

    private void trace(String stage, RecordMetadata input) throws Exception {
        var trace = Disposition.newBuilder()
                .setArticleId(article.getArticleId())
                .setUrl(article.getUrl())
                .setSourceId(article.getSourceId())
                .setStage(stage)
                .setTopic(input.topic())
                .setPartition(input.partition())
                .setOffset(input.offset())
                .setAt(at)
                .build();
        console.send(Topics::disposition, article.getArticleId(), trace);
    }

    private RawArticle raw() {
        var body = "<!doctype html><title>" + article.getTitle() + "</title>";
        return RawArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setUrl(article.getUrl() + "?utm_source=feed")
                .setCanonicalUrl(article.getUrl())
                .setSourceId(article.getSourceId())
                .setPublisher(article.getPublisher())
                .setFetchedAt(article.getFetchedAt())
                .setFetch(Fetch.newBuilder()
                        .setHttpStatus(200)
                        .setContentType("text/html; charset=utf-8")
                        .setDurationMillis(140)
                        .build())
                .setBody(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private CleanArticle clean() {
        return CleanArticle.newBuilder()
                .setArticleId(article.getArticleId())
                .setCanonicalUrl(article.getUrl())
                .setSourceId(article.getSourceId())
                .setPublisher(article.getPublisher())
                .setFetchedAt(article.getFetchedAt())
                .setEventTime(article.getEventTime())
                .setTitle(article.getTitle())
                .setText(article.getText())
                .setLanguage(article.getLanguage())
                .setProvenance(article.getProvenance())
                .setConfidence(0.97)
                .setContentHash(article.getContentHash())
                .setExtractorVersion(article.getExtractorVersion())
                .build();
    }

    /** Puts every piece of evidence where its words stand. */
    static EnrichedArticle located(EnrichedArticle article) {
        return EnrichedArticle.newBuilder(article)
                .setRegions(article.getRegions().stream()
                        .map(tag -> RegionTag.newBuilder(tag)
                                .setEvidence(located(article, tag.getEvidence()))
                                .build())
                        .toList())
                .setThemes(article.getThemes().stream()
                        .map(tag -> ThemeTag.newBuilder(tag)
                                .setEvidence(located(article, tag.getEvidence()))
                                .build())
                        .toList())
                .build();
    }

    private static List<Evidence> located(EnrichedArticle article, List<Evidence> evidence) {
        return evidence.stream()
                .map(found -> {
                    var inTitle = article.getTitle().indexOf(found.getText());
                    var start = inTitle < 0 ? article.getText().indexOf(found.getText()) : inTitle;
                    return Evidence.newBuilder(found)
                            .setField(inTitle < 0 ? EvidenceField.TEXT : EvidenceField.TITLE)
                            .setStart(start)
                            .setEnd(start + found.getText().length())
                            .build();
                })
                .toList();
    }
}
