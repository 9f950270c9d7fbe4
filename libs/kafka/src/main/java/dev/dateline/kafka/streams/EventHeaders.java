package dev.dateline.kafka.streams;

import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;

/**
 * The headers of enriched records: CloudEvents 1.0 in the binary mode of its Kafka binding, and what a subscriber filters by
 * without decoding. The id is made of the content's identity, so that the same event has the same id wherever it is replayed.
 */
public final class EventHeaders {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";
    public static final String REGIONS = "news-regions";
    public static final String THEMES = "news-themes";
    public static final String LANGUAGE = "news-language";
    /** Joins what one fetch led to, from the raw record to the last topic (W3C Trace Context). */
    public static final String TRACE_PARENT = "traceparent";
    /** On a tombstone of a route topic: the article no longer belongs there. */
    public static final String LEFT = "news-left";
    /** On a tombstone of a route topic: the article was taken down. */
    public static final String WITHDRAWN = "news-withdrawn";

    private static final String THIS_PIPELINE = "urn:dateline:articles";
    private static final String AVRO = "application/vnd.apache.avro+binary";

    private EventHeaders() {}

    /** Sets all headers of an article; regions are those it is about. */
    public static void write(EnrichedArticle article, Headers headers) {
        set(headers, SPEC_VERSION, "1.0");
        set(headers, ID, article.getArticleId() + "/" + article.getVersion() + "/" + article.getTaxonomyVersion());
        set(headers, SOURCE, THIS_PIPELINE);
        set(headers, SUBJECT, article.getArticleId());
        set(headers, TIME, article.getEventTime().toString());
        set(headers, CONTENT_TYPE, AVRO);
        set(headers, LANGUAGE, article.getLanguage());
        set(
                headers,
                REGIONS,
                article.getRegions().stream()
                        .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                        .map(RegionTag::getCode)
                        .distinct()
                        .collect(Collectors.joining(",")));
        set(headers, THEMES, article.getThemes().stream().map(ThemeTag::getCode).collect(Collectors.joining(",")));
        type(article.getEvent(), headers);
    }

    /** Makes the headers of an article those of its tombstone: another event, so another id. */
    public static void takenBack(EventType event, Headers headers) {
        var id = headers.lastHeader(ID);
        var article = id == null ? "" : new String(id.value(), StandardCharsets.UTF_8);
        set(headers, ID, article + "/" + event.name().toLowerCase(Locale.ROOT));
        type(event, headers);
    }

    /** Sets the type of event. */
    private static void type(EventType event, Headers headers) {
        set(headers, TYPE, event.name().toLowerCase(Locale.ROOT));
    }

    /** Sets a header, replacing any of the same name. */
    public static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
