package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import dev.dateline.pipeline.feed.SitemapIndex.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pages or the parts of an XML sitemap. It may list 50,000 in any order, so those that are read when there are too
 * many are the newest, or those that seem to be where no date tells.
 */
final class SitemapReader {
    private final FeedLimits limits;
    private final Element root;
    private final FeedXml xml;

    SitemapReader(FeedLimits limits, Element root, @Nullable WebUrl url) {
        this.limits = limits;
        this.root = root;
        this.xml = new FeedXml("sitemap", root, url);
    }

    Feed pages() {
        var pages = newestFirst(elements("url"), page -> published(page).or(() -> changed(page)));
        var entries = new ArrayList<FeedEntry>();
        int read = 0;
        for (; read < pages.size() && entries.size() < limits.entries(); read++) {
            var entry = entry(pages.get(read));
            if (entry.item().getLink() != null) {
                entries.add(entry);
            }
        }
        var title = pages.stream().flatMap(this::publication).findFirst();
        return new Feed(
                Feed.Format.SITEMAP,
                title.orElse(null),
                null,
                null,
                new DetailBuilder(limits).texts(title, Optional.empty()).build(),
                FeedPace.UNSAID,
                entries,
                pages.size() - read);
    }

    SitemapIndex index() {
        var parts = elements("sitemap");
        return new SitemapIndex(
                newestFirst(parts, this::changed).stream()
                        .flatMap(part -> address(part)
                                .map(url -> new Part(url, changed(part).orElse(null)))
                                .stream())
                        .limit(limits.entries())
                        .toList(),
                parts.size() > limits.entries());
    }

    private FeedEntry entry(Element page) {
        var link = address(page);
        var detail = new DetailBuilder(limits)
                .texts(news(page, "news:title"), Optional.empty())
                .dates(
                        xml.child(page, "news:news").flatMap(news -> xml.moment(news, "news:publication_date")),
                        xml.moment(page, "lastmod"))
                .categories(news(page, "news:keywords").stream()
                        .flatMap(words -> Stream.of(words.split(",")))
                        .map(FeedCategory::of))
                .links(link.stream().map(url -> new FeedLink(url, FeedLink.ALTERNATE, "")))
                .build();
        return new EntryBuilder(limits, detail)
                .language(publications(page)
                        .flatMap(of -> xml.text(of, "news:language").stream())
                        .findFirst())
                .entry(link);
    }

    /** Gives the name of the publication that a page belongs to. */
    private Stream<String> publication(Element page) {
        return publications(page)
                .flatMap(of -> xml.text(of, "news:name").stream())
                .map(name -> FeedLimits.cut(FeedMarkup.plain(name), limits.title()));
    }

    private Stream<Element> publications(Element page) {
        return xml.children(page, "news:news").flatMap(news -> xml.children(news, "news:publication"));
    }

    private Optional<String> news(Element page, String name) {
        return xml.child(page, "news:news").flatMap(news -> xml.text(news, name));
    }

    private Optional<Instant> published(Element page) {
        return news(page, "news:publication_date").flatMap(FeedDate::parse);
    }

    private Optional<Instant> changed(Element element) {
        return xml.text(element, "lastmod").flatMap(FeedDate::parse);
    }

    private Optional<String> address(Element element) {
        return xml.text(element, "loc").flatMap(loc -> xml.resolve(element, loc));
    }

    /** Gives elements with an address, anywhere below the root: one that was never closed holds the next. */
    private List<Element> elements(String name) {
        return root.stream()
                .filter(element -> xml.name(element).equals(name)
                        && xml.child(element, "loc").isPresent())
                .toList();
    }

    /** One date for all of them is that of the file, and tells as little as none. */
    private List<Element> newestFirst(List<Element> elements, Function<Element, Optional<Instant>> date) {
        record Dated(Element element, Instant at) {}
        var all = elements.stream()
                .map(element -> new Dated(element, date.apply(element).orElse(Instant.MIN)))
                .toList();
        if (all.stream().map(Dated::at).distinct().count() <= 1) {
            return likelyNewestFirst(elements);
        }
        var dated = all.stream()
                .filter(one -> !one.at().equals(Instant.MIN))
                .sorted(Comparator.comparing(Dated::at).reversed())
                .map(Dated::element);
        var others = all.stream().filter(one -> one.at().equals(Instant.MIN)).map(Dated::element);
        return Stream.concat(dated, likelyNewestFirst(others.toList()).stream()).toList();
    }

    private List<Element> likelyNewestFirst(List<Element> undated) {
        return UndatedOrder.newestFirst(
                undated, element -> xml.text(element, "loc").orElse(""));
    }
}
