package dev.dateline.pipeline.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Finds when an article was published and modified, and says where it found it. Most trusted place first. */
final class DateReader {
    /**
     * A date and the place it is from.
     *
     * @param from json-ld, meta, microdata, time, url, script, text or feed
     */
    record Found(PageDate date, String from) {}

    private static final List<String> PUBLISHED = List.of(
            "article:published_time",
            "og:article:published_time",
            "og:published_time",
            "datepublished",
            "published_time",
            "article:published",
            "parsely-pub-date",
            "sailthru.date",
            "publishdate",
            "publish_date",
            "publish-date",
            "pubdate",
            "pub_date",
            "publication_date",
            "published",
            "article_date_original",
            "originalpublicationdate",
            "cxenseparse:recs:publishtime",
            "article.published",
            "dc.date.issued",
            "dcterms.created",
            "dc.date.created",
            "dcterms.issued",
            "dc.date",
            "dc.created",
            "dcterms.date",
            "date",
            "datecreated",
            "citation_publication_date",
            "citation_date",
            "bt:pubdate",
            "vr:published_time",
            "rnews:datepublished",
            "article.created",
            "created",
            "uploaddate",
            "issued");
    private static final List<String> MODIFIED = List.of(
            "article:modified_time",
            "og:updated_time",
            "datemodified",
            "last-modified",
            "lastmod",
            "dcterms.modified",
            "dc.date.modified",
            "article:modified",
            "modified",
            "revised");
    private static final Pattern URL_DAY =
            Pattern.compile("[/_-]((?:19|20)\\d\\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\\d|3[01])(?=[/_-]|$)");
    private static final Pattern IN_SCRIPT =
            Pattern.compile("(?i)\"(?:date_?published|published_?(?:at|date|time|on)|publish_?(?:date|time)|pub_?date"
                    + "|first_?published(?:_?at)?)\\\\?\"\\s*:\\s*\\\\?\"((?:19|20)\\d\\d-[^\"\\\\]{5,30})");
    /** A dateline stands within so many characters. */
    private static final int OPENING = 45;

    private static final int SHORT = 160;
    private static final Duration AHEAD = Duration.ofHours(24);
    private static final Instant OLDEST = Instant.parse("1994-01-01T00:00:00Z");

    private DateReader() {}

    static @Nullable Found published(Page page, PageLayout layout, @Nullable Instant feed, Instant fetchedAt) {
        var latest = fetchedAt.plus(AHEAD);
        var claimed = found(page.jsonLd().published(), "json-ld", latest);
        claimed = claimed != null ? claimed : meta(page, latest);
        claimed = claimed != null ? claimed : microdata(page, latest);
        claimed = claimed != null ? claimed : time(page, latest);
        claimed = claimed != null ? claimed : named(page, latest);
        claimed = claimed != null ? claimed : url(page.url(), latest);
        claimed = claimed != null ? claimed : script(page, latest);
        claimed = claimed != null ? claimed : visible(layout, latest);
        claimed = claimed != null ? claimed : opening(layout, latest);
        if (feed != null && (claimed == null || FeedDates.settle(claimed.date(), feed, fetchedAt))) {
            return new Found(new PageDate(feed, feed.toString()), "feed");
        }
        return claimed;
    }

    static @Nullable Instant modified(Page page, Instant fetchedAt) {
        var latest = fetchedAt.plus(AHEAD);
        var found = found(page.jsonLd().modified(), "json-ld", latest);
        found = found != null ? found : found(page.firstMeta(MODIFIED), "meta", latest);
        return found == null ? null : found.date().instant();
    }

    private static @Nullable Found meta(Page page, Instant latest) {
        for (var name : PUBLISHED) {
            var found = found(page.meta().get(name), "meta", latest);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Found microdata(Page page, Instant latest) {
        for (var element : page.scan().published()) {
            var found = found(value(element), "microdata", latest);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Found time(Page page, Instant latest) {
        for (var element : page.scan().times) {
            var parent = element.parent();
            int names = ElementNames.of(element) | (parent == null ? 0 : ElementNames.of(parent));
            if (!ElementNames.says(names, ElementNames.OTHER_DATE)) {
                var found = found(value(element), "time", latest);
                found = found != null ? found : found(element.text(), "time", latest);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static String value(Element element) {
        var machine = element.attr("datetime");
        machine = machine.isEmpty() ? element.attr("content") : machine;
        machine = machine.isEmpty() ? element.attr("title") : machine;
        return machine.isEmpty() ? element.text() : machine;
    }

    /** Short elements whose class or id speaks of a date, in reading order. */
    private static @Nullable Found named(Page page, Instant latest) {
        for (var element : page.scan().dated()) {
            var found = found(ShortText.of(element, SHORT), "text", latest);
            found = found != null ? found : found(element.attr("title"), "text", latest);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Found url(String url, Instant latest) {
        var match = URL_DAY.matcher(url);
        return match.find() ? found(match.group(1) + "-" + match.group(2) + "-" + match.group(3), "url", latest) : null;
    }

    /** The first date in a short line of the page. */
    private static @Nullable Found visible(PageLayout layout, Instant latest) {
        for (var line : layout.shortLines()) {
            var found = found(line, "text", latest);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Pages that a script draws carry their article as data. */
    private static @Nullable Found script(Page page, Instant latest) {
        for (var script : page.scan().dataScripts) {
            var match = IN_SCRIPT.matcher(script.data());
            var found = match.find() ? found(match.group(1), "script", latest) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The date that a paragraph opens with. */
    private static @Nullable Found opening(PageLayout layout, Instant latest) {
        for (var block : layout.blocks()) {
            if (block.prose() > 0) {
                var text = block.text();
                var found = found(text.substring(0, Math.min(text.length(), OPENING)), "text", latest);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static @Nullable Found found(@Nullable String text, String from, Instant latest) {
        var date = DateParser.parse(text);
        return date == null || date.instant().isAfter(latest) || date.instant().isBefore(OLDEST)
                ? null
                : new Found(date, from);
    }
}
