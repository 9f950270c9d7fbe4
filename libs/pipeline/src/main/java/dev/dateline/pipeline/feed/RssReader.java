package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads RSS 0.9x, 1.0 (RDF) and 2.0 with the modules that news feeds use: Dublin Core, content, Media RSS, Atom links. */
final class RssReader {
    /** {@code mail@host (Name)}, as RSS 2.0 writes authors. */
    private static final Pattern MAIL_AND_NAME = Pattern.compile("^[^\\s@]+@\\S+\\s+\\((.+)\\)$");

    private final FeedLimits limits;
    private final FeedXml xml;

    RssReader(FeedLimits limits, @Nullable WebUrl feedUrl) {
        this.limits = limits;
        this.xml = new FeedXml("", feedUrl);
    }

    Feed read(Element root) {
        var channel = xml.name(root).equals("channel")
                ? root
                : xml.child(root, "channel").orElse(root);
        // Anywhere below the root: RSS 1.0 has items beside the channel, and one that was never closed holds the next.
        var items = root.stream()
                .filter(element -> xml.name(element).equals("item"))
                .toList();
        return new Feed(
                Feed.Format.RSS,
                title(channel).orElse(null),
                xml.text(channel, "link")
                        .flatMap(link -> xml.resolve(channel, link))
                        .orElse(null),
                language(channel).or(() -> FeedXml.language(channel)).orElse(null),
                items.stream().limit(limits.entries()).map(this::entry).toList(),
                items.size() > limits.entries());
    }

    private FeedEntry entry(Element item) {
        var links = links(item);
        return new EntryBuilder(limits)
                .id(xml.text(item, "guid").or(() -> Optional.of(item.attr("rdf:about"))))
                .title(title(item))
                .texts(summary(item), content(item))
                .dates(
                        date(item, "pubdate", "dc:date", "dcterms:issued", "dcterms:created", "atom:published", "date"),
                        date(item, "atom:updated", "dcterms:modified"))
                .authors(authors(item))
                .categories(xml.children(item, "category", "dc:subject", "media:category")
                        .map(category -> FeedMarkup.plain(FeedMarkup.html(category))))
                .language(language(item).or(() -> FeedXml.language(item)))
                .entry(page(item, links), links.stream());
    }

    private Optional<String> title(Element parent) {
        return Stream.of("title", "dc:title", "media:title")
                .flatMap(name -> xml.children(parent, name))
                .map(title -> FeedMarkup.plain(FeedMarkup.html(title)))
                .filter(title -> !title.isEmpty())
                .findFirst()
                .map(title -> FeedLimits.cut(title, limits.title()));
    }

    private Optional<String> summary(Element item) {
        return xml.child(item, "description", "dc:description", "atom:summary", "media:description", "itunes:summary")
                .map(FeedMarkup::html);
    }

    private Optional<String> content(Element item) {
        return xml.child(item, "content:encoded", "xhtml:body", "body", "fullitem", "atom:content")
                .map(FeedMarkup::html);
    }

    private Stream<String> authors(Element item) {
        var named = xml.children(item, "dc:creator", "author", "itunes:author").map(Element::wholeText);
        var atom = xml.children(item, "atom:author").flatMap(author -> xml.text(author, "atom:name", "name").stream());
        return Stream.concat(named, atom)
                .map(author -> FeedLimits.cut(FeedMarkup.plain(author), limits.title()))
                .map(author -> MAIL_AND_NAME.matcher(author).replaceFirst("$1"));
    }

    private List<FeedLink> links(Element item) {
        var links = new ArrayList<FeedLink>();
        xml.children(item, "link").forEach(link -> add(links, link, link.wholeText(), FeedLink.ALTERNATE));
        xml.children(item, "atom:link").forEach(link -> {
            var rel = link.attr("rel").isBlank()
                    ? FeedLink.ALTERNATE
                    : link.attr("rel").strip();
            add(links, link, link.attr("href"), rel);
        });
        xml.children(item, "enclosure").forEach(link -> add(links, link, link.attr("url"), FeedLink.ENCLOSURE));
        xml.children(item, "comments").forEach(link -> add(links, link, link.wholeText(), "comments"));
        xml.children(item, "source").forEach(link -> add(links, link, link.attr("url"), "via"));
        return links;
    }

    private void add(List<FeedLink> links, Element element, String url, String rel) {
        xml.resolve(element, url.strip())
                .ifPresent(absolute -> links.add(new FeedLink(absolute, rel, element.attr("type"))));
    }

    /** Gives the article's page: its link, else a guid or RDF subject that is an address. */
    private Optional<String> page(Element item, List<FeedLink> links) {
        return links.stream()
                .filter(FeedLink::isAlternate)
                .findFirst()
                .map(FeedLink::url)
                .or(() -> permalink(item))
                .or(() -> WebUrl.parse(item.attr("rdf:about")).map(WebUrl::toString));
    }

    private Optional<String> permalink(Element item) {
        return xml.child(item, "guid")
                .filter(guid -> !guid.attributes().getIgnoreCase("isPermaLink").equalsIgnoreCase("false"))
                .flatMap(guid -> WebUrl.parse(guid.wholeText()))
                .map(WebUrl::toString);
    }

    private Optional<String> language(Element parent) {
        return xml.text(parent, "language", "dc:language");
    }

    private Optional<Instant> date(Element item, String... names) {
        return Stream.of(names)
                .flatMap(name -> xml.children(item, name))
                .flatMap(date -> FeedDate.parse(date.wholeText()).stream())
                .findFirst();
    }
}
