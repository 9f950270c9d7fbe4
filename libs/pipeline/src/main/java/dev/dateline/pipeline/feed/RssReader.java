package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads RSS 0.9x, 1.0 (RDF) and 2.0 with the modules that news feeds use. */
final class RssReader {
    private final FeedLimits limits;
    private final Element root;
    private final FeedXml xml;
    private final FeedModules modules;
    private final RssParts parts;

    RssReader(FeedLimits limits, Element root, @Nullable WebUrl feedUrl) {
        this.limits = limits;
        this.root = root;
        this.xml = new FeedXml("rss", root, feedUrl);
        this.modules = new FeedModules(xml);
        this.parts = new RssParts(xml);
    }

    Feed read() {
        var channel = xml.name(root).equals("channel")
                ? root
                : xml.child(root, "channel").orElse(root);
        // Anywhere below the root: RSS 1.0 has items beside the channel, and one that was never closed holds the next.
        var items = root.stream()
                .filter(element -> xml.name(element).equals("item"))
                .toList();
        var detail = detail(channel)
                .people(
                        parts.editors(channel),
                        xml.children(channel, "dc:contributor").flatMap(FeedXml::writtenPerson))
                .image(parts.channelImage(root, channel).or(() -> modules.image(channel)))
                .build();
        return new Feed(
                Feed.Format.RSS,
                limits.shortText(title(channel).map(FeedMarkup::plain)),
                page(detail.links()).orElse(null),
                language(channel).or(() -> FeedXml.language(channel)).orElse(null),
                detail,
                new PaceReader(xml).read(channel),
                items.stream().limit(limits.entries()).map(this::entry).toList(),
                limits.omitted(items.size()));
    }

    private FeedEntry entry(Element item) {
        var detail = detail(item)
                .people(
                        parts.authors(item),
                        xml.children(item, "dc:contributor").flatMap(FeedXml::writtenPerson))
                .image(modules.image(item))
                .place(modules.place(item))
                .build();
        return new EntryBuilder(limits, detail)
                .content(xml.html(item, "content:encoded", "xhtml:body", "body", "fullitem", "atom:content"))
                .language(language(item).or(() -> FeedXml.language(item)))
                .entry(page(detail.links())
                        .or(() -> permalink(item))
                        .or(() -> WebUrl.parse(item.attr("rdf:about")).map(WebUrl::toString)));
    }

    /** Collects what a channel and an item say in the same way. */
    private DetailBuilder detail(Element parent) {
        return new DetailBuilder(limits)
                .id(xml.byName(parent, "guid", "dc:identifier", "atom:id")
                        .map(FeedMarkup::html)
                        .filter(id -> !id.isEmpty())
                        .findFirst()
                        .or(() -> Optional.of(parent.attr("rdf:about"))))
                .texts(
                        title(parent),
                        xml.html(parent, "description", "dc:description", "atom:summary", "atom:subtitle")
                                .or(() -> modules.description(parent))
                                .or(() -> xml.html(parent, "itunes:summary", "itunes:subtitle")))
                .dates(
                        xml.moment(
                                parent,
                                "pubdate",
                                "dc:date",
                                "dcterms:issued",
                                "dcterms:created",
                                "atom:published",
                                "date"),
                        xml.moment(parent, "atom:updated", "dcterms:modified", "lastbuilddate"))
                .categories(Stream.concat(parts.categories(parent), modules.categories(parent)))
                .links(Stream.concat(parts.links(parent), modules.files(parent)))
                .rights(xml.html(parent, "copyright", "dc:rights", "media:copyright"));
    }

    private Optional<String> title(Element parent) {
        return xml.html(parent, "title", "dc:title", "media:title", "itunes:title");
    }

    private static Optional<String> page(List<FeedLink> links) {
        return links.stream().filter(FeedLink::isAlternate).findFirst().map(FeedLink::url);
    }

    /** Gives a guid that is an address: it is one unless it says that it is not. */
    private Optional<String> permalink(Element item) {
        return xml.child(item, "guid")
                .filter(guid -> !guid.attributes().getIgnoreCase("isPermaLink").equalsIgnoreCase("false"))
                .flatMap(guid -> WebUrl.parse(guid.wholeText()))
                .map(WebUrl::toString);
    }

    private Optional<String> language(Element parent) {
        return xml.text(parent, "language", "dc:language");
    }
}
