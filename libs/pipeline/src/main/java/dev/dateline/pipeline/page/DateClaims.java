package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.DateReader.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The dates that programs wrote into a page: JSON-LD, meta elements, microdata and {@code time} elements. */
final class DateClaims {
    static final List<String> PUBLISHED = List.of(
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
            "og:pubdate",
            "pubdate",
            "pub_date",
            "publication_date",
            "publicationdate",
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
            "issued");
    static final List<String> MODIFIED = List.of(
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

    private final Page page;
    private final DayOrder order;
    private final Predicate<PageDate> fits;

    DateClaims(Page page, DayOrder order, Predicate<PageDate> fits) {
        this.page = page;
        this.order = order;
        this.fits = fits;
    }

    /** What the head and the markup say of the day of publication, most trusted first. */
    List<Found> published() {
        var found = new ArrayList<Found>();
        add(page.jsonLd().published(), "json-ld", found);
        for (var name : PUBLISHED) {
            add(page.meta().get(name), "meta", found);
        }
        if (found.isEmpty()) {
            page.scan().published().forEach(element -> add(machine(element), "microdata", found));
        }
        return found;
    }

    @Nullable
    Found modified() {
        var found = new ArrayList<Found>();
        add(page.jsonLd().modified(), "json-ld", found);
        for (var name : MODIFIED) {
            add(page.meta().get(name), "meta", found);
        }
        return found.isEmpty() ? null : found.get(0);
    }

    /** The {@code time} elements that are not of a change, a comment or another article. */
    List<Found> times() {
        var found = new ArrayList<Found>();
        for (var element : page.scan().times) {
            if (!isOfChange(element) && !Elsewhere.holds(element) && !Elsewhere.isInTeaser(element)) {
                add(machine(element), "time", found);
            }
        }
        return found;
    }

    /** Whether the markup of a {@code time} element says so; many blogs mark one date as both. */
    static boolean isOfChange(Element time) {
        var parent = time.parent();
        int own = ElementNames.of(time);
        int names = own | (parent == null ? 0 : ElementNames.of(parent));
        return (ElementNames.says(names, ElementNames.OTHER_DATE) && !ElementNames.says(own, ElementNames.PUBLISHED))
                || time.attr("itemprop").contains("dateModified")
                || DateWords.isOther(time);
    }

    private static String machine(Element element) {
        for (var attribute : new String[] {"datetime", "content", "title"}) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute);
            }
        }
        return element.text();
    }

    private void add(@Nullable String text, String from, List<Found> into) {
        var date = DateParser.parse(text, order);
        if (date != null && fits.test(date)) {
            into.add(new Found(date, from));
        }
    }
}
