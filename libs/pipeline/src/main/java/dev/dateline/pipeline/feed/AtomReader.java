package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads Atom 1.0 (RFC 4287) and 0.3, which differs in the names of its dates and in how it marks content. */
final class AtomReader {
    private final FeedLimits limits;
    private final FeedXml xml;

    AtomReader(FeedLimits limits, @Nullable WebUrl feedUrl) {
        this.limits = limits;
        this.xml = new FeedXml("atom", feedUrl);
    }

    Feed read(Element root) {
        var entries = root.stream()
                .filter(element -> xml.name(element).equals("entry"))
                .toList();
        var feedAuthors = authors(root).toList();
        return new Feed(
                Feed.Format.ATOM,
                title(root).orElse(null),
                page(links(root)).orElse(null),
                FeedXml.language(root).or(() -> xml.text(root, "dc:language")).orElse(null),
                entries.stream()
                        .limit(limits.entries())
                        .map(entry -> entry(entry, feedAuthors))
                        .toList(),
                entries.size() > limits.entries());
    }

    private FeedEntry entry(Element entry, List<String> feedAuthors) {
        var links = links(entry);
        var id = xml.text(entry, "id");
        return new EntryBuilder(limits)
                .id(id)
                .title(title(entry))
                .texts(
                        xml.child(entry, "summary", "dc:description", "media:description")
                                .map(FeedMarkup::atomHtml),
                        xml.child(entry, "content").map(FeedMarkup::atomHtml))
                .dates(
                        date(entry, "published", "issued", "created", "dc:date"),
                        date(entry, "updated", "modified", "dcterms:modified"))
                .authors(authors(entry, feedAuthors))
                .categories(categories(entry))
                .language(FeedXml.language(entry).or(() -> xml.text(entry, "dc:language")))
                .entry(page(links).or(() -> id.flatMap(WebUrl::parse).map(WebUrl::toString)), links.stream());
    }

    private Optional<String> title(Element parent) {
        return xml.child(parent, "title")
                .map(FeedMarkup::atomPlain)
                .filter(title -> !title.isEmpty())
                .map(title -> FeedLimits.cut(title, limits.title()));
    }

    private List<FeedLink> links(Element parent) {
        var links = xml.children(parent, "link").flatMap(link -> {
            var rel = link.attr("rel").isBlank()
                    ? FeedLink.ALTERNATE
                    : link.attr("rel").strip();
            var href = link.hasAttr("href") ? link.attr("href") : link.wholeText();
            return xml.resolve(link, href.strip()).map(url -> new FeedLink(url, rel, link.attr("type"))).stream();
        });
        var sources = xml.children(parent, "content")
                .flatMap(content -> xml
                        .resolve(content, content.attr("src"))
                        .map(url -> new FeedLink(url, "content", content.attr("type")))
                        .stream());
        return Stream.concat(links, sources).toList();
    }

    /** Gives the web page among the links: the alternate that is HTML, any alternate, the content's own address. */
    private static Optional<String> page(List<FeedLink> links) {
        return links.stream()
                .filter(link -> link.isAlternate()
                        && (link.type().isEmpty() || link.type().contains("html")))
                .findFirst()
                .or(() -> links.stream().filter(FeedLink::isAlternate).findFirst())
                .or(() -> links.stream()
                        .filter(link -> link.rel().equals("content"))
                        .findFirst())
                .map(FeedLink::url);
    }

    /** Gives the entry's authors, else those of the feed that it was taken from, else those of this feed. */
    private Stream<String> authors(Element entry, List<String> feedAuthors) {
        var own = authors(entry).toList();
        var original = own.isEmpty()
                ? xml.children(entry, "source").flatMap(this::authors).toList()
                : own;
        return (original.isEmpty() ? feedAuthors : original).stream();
    }

    private Stream<String> authors(Element parent) {
        var named = xml.children(parent, "author")
                .flatMap(author -> xml.text(author, "name", "email").or(() -> bare(author)).stream());
        return Stream.concat(named, xml.children(parent, "dc:creator").map(Element::wholeText))
                .map(FeedMarkup::plain);
    }

    private static Optional<String> bare(Element author) {
        return author.childrenSize() == 0 ? Optional.of(author.wholeText()) : Optional.empty();
    }

    private Stream<String> categories(Element entry) {
        var atom = xml.children(entry, "category")
                .map(category -> category.attr("label").isBlank() ? category.attr("term") : category.attr("label"));
        return Stream.concat(atom, xml.children(entry, "dc:subject").map(Element::wholeText));
    }

    private Optional<Instant> date(Element entry, String... names) {
        return Stream.of(names)
                .flatMap(name -> xml.children(entry, name))
                .flatMap(date -> FeedDate.parse(date.wholeText()).stream())
                .findFirst();
    }
}
