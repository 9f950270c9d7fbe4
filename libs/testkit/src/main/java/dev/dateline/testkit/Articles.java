package dev.dateline.testkit;

import dev.dateline.schema.Contracts;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.Fetch;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import dev.dateline.schema.UniqueArticle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/** Complete, valid records for tests to start from: each test changes only what it is about. */
public final class Articles {
    static {
        Contracts.trust();
    }

    /** When every article here was fetched, unless a test says otherwise. */
    public static final Instant FETCHED = Instant.parse("2026-03-01T12:00:00Z");

    private Articles() {}

    /** A page as fetched; the id is any string that names the article in a test. */
    public static RawArticle.Builder raw(String id, String html) {
        return RawArticle.newBuilder()
                .setArticleId(id)
                .setUrl("https://news.example/" + id)
                .setCanonicalUrl("https://news.example/" + id)
                .setSourceId("example")
                .setPublisher(publisher())
                .setStatus(ArticleStatus.LIVE)
                .setFetchedAt(FETCHED)
                .setFetch(fetch())
                .setBody(ByteBuffer.wrap(html.getBytes(StandardCharsets.UTF_8)));
    }

    /** A clean article without a sketch. */
    public static CleanArticle.Builder clean(String id, String title, String text) {
        return CleanArticle.newBuilder()
                .setArticleId(id)
                .setCanonicalUrl("https://news.example/" + id)
                .setSourceId("example")
                .setPublisher(publisher())
                .setStatus(ArticleStatus.LIVE)
                .setFetchedAt(FETCHED)
                .setEventTime(FETCHED)
                .setTitle(title)
                .setText(text)
                .setLanguage("en")
                .setProvenance(Provenance.newBuilder().build())
                .setContentHash(Integer.toHexString((title + "\n" + text).hashCode()))
                .setExtractorVersion("test");
    }

    /** The first version of an original. */
    public static UniqueArticle.Builder unique(String id, String title, String text) {
        return UniqueArticle.newBuilder()
                .setArticle(clean(id, title, text).build())
                .setVersion(1)
                .setEvent(EventType.CREATED)
                .setStoryId(id);
    }

    /** A withdrawal of an article, as the fetcher publishes it. */
    public static RawArticle.Builder withdrawal(String id, String reason) {
        return raw(id, "").setStatus(ArticleStatus.WITHDRAWN).setWithdrawnReason(reason);
    }

    /** A version of an article about Kazakhstan and its economy. */
    public static EnrichedArticle.Builder enriched(String id, int version) {
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(version)
                .setEvent(version == 1 ? EventType.CREATED : EventType.UPDATED)
                .setUrl("https://news.example/" + id)
                .setStoryId(id)
                .setSourceId("example")
                .setPublisher(publisher())
                .setTitle("Title of " + id)
                .setText("Text of " + id)
                .setFetchedAt(FETCHED)
                .setEventTime(FETCHED)
                .setLanguage("en")
                .setProvenance(Provenance.newBuilder().build())
                .setRegions(List.of(new RegionTag("KZ", RegionRole.ABOUT, 0.9, List.of())))
                .setThemes(List.of(new ThemeTag("medtop:04000000", 0.8, List.of())))
                .setContentHash(id + version)
                .setExtractorVersion("test")
                .setTaxonomyVersion("test");
    }

    private static Publisher publisher() {
        return Publisher.newBuilder().setOutlet("Example News").build();
    }

    private static Fetch fetch() {
        return Fetch.newBuilder()
                .setHttpStatus(200)
                .setContentType("text/html; charset=utf-8")
                .setRedirects(List.of())
                .setDurationMillis(10)
                .build();
    }
}
