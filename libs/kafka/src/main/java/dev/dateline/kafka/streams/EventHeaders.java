package dev.dateline.kafka.streams;

import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    public static final String TRACE_PARENT = "traceparent";
    public static final String LEFT = "news-left";
    public static final String WITHDRAWN = "news-withdrawn";

    /** The type of a value that is there. */
    public static final String AVRO = "application/vnd.apache.avro+binary";

    private static final String CLOUD_EVENTS = "1.0";
    private static final String THIS_PIPELINE = "urn:dateline:articles";
    private static final String SAID = "true";

    /** What the headers of an article tell. */
    public static final List<EventHeader> OF_ARTICLES = List.of(
            EventHeader.of(
                    ID,
                    "The event. It has the same id when it comes again, also after a replay.",
                    "6d5f28ee4e9ff1d5f8ea0d7d1b9f0a11/1/1"),
            EventHeader.oneOf(
                    TYPE,
                    "What happened to the article.",
                    Stream.of(EventType.values()).map(EventHeaders::name).toList()),
            EventHeader.constant(SOURCE, "Who says so.", THIS_PIPELINE),
            EventHeader.constant(SPEC_VERSION, "Version of CloudEvents.", CLOUD_EVENTS),
            EventHeader.of(SUBJECT, "Id of the article, as in the key.", "6d5f28ee4e9ff1d5f8ea0d7d1b9f0a11"),
            EventHeader.of(TIME, "The time the news is from, in RFC 3339.", "2026-03-01T12:00:00Z"),
            EventHeader.constant(CONTENT_TYPE, "Type of the value.", AVRO),
            EventHeader.of(
                    REGIONS, "Codes of the regions that the article is about, with commas between them.", "KZ,143"),
            EventHeader.of(THEMES, "Codes of its themes, with commas between them.", "medtop:20000256"),
            EventHeader.of(LANGUAGE, "Its language in BCP 47; und when it is not sure.", "en"),
            EventHeader.of(
                            TRACE_PARENT,
                            "Joins what one fetch led to, from the raw record to the last topic (W3C Trace Context).",
                            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                    .sometimes());

    /** What a tombstone has beside them: one of the two. */
    public static final List<EventHeader> OF_TOMBSTONES = List.of(
            EventHeader.constant(LEFT, "The article no longer belongs to the topic.", SAID)
                    .sometimes(),
            EventHeader.constant(WITHDRAWN, "The article was taken down.", SAID).sometimes());

    private EventHeaders() {}

    /** Sets all headers of an article; regions are those it is about. */
    public static void write(EnrichedArticle article, Headers headers) {
        set(headers, SPEC_VERSION, CLOUD_EVENTS);
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
        set(headers, ID, article + "/" + name(event));
        type(event, headers);
        set(headers, event == EventType.WITHDRAWN ? WITHDRAWN : LEFT, SAID);
    }

    /** Sets the type of event. */
    private static void type(EventType event, Headers headers) {
        set(headers, TYPE, name(event));
    }

    private static String name(EventType event) {
        return event.name().toLowerCase(Locale.ROOT);
    }

    /** Sets a header, replacing any of the same name. */
    public static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
