package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads Atom 1.0 (RFC 4287) and 0.3, which differs in some names and in how it marks content. */
final class AtomReader {
    private final FeedLimits limits;
    private final Element root;
    private final FeedXml xml;
    private final FeedModules modules;
    private final AtomParts parts;

    AtomReader(FeedLimits limits, Element root, @Nullable WebUrl feedUrl) {
        this.limits = limits;
        this.root = root;
        this.xml = new FeedXml("atom", root, feedUrl);
        this.modules = new FeedModules(xml);
        this.parts = new AtomParts(xml);
    }

    Feed read() {
        var entries = root.stream()
                .filter(element -> xml.name(element).equals("entry"))
                .toList();
        var detail = detail(root, text(root, "subtitle", "tagline", "dc:description"))
                .image(image(root, "logo", "icon"))
                .build();
        return new Feed(
                Feed.Format.ATOM,
                limits.shortText(title(root)),
                page(detail.links()).orElse(null),
                FeedXml.language(root).or(() -> xml.text(root, "dc:language")).orElse(null),
                detail,
                FeedPace.UNSAID,
                entries.stream()
                        .limit(limits.entries())
                        .map(entry -> entry(entry, detail.authors()))
                        .toList(),
                limits.omitted(entries.size()));
    }

    private FeedEntry entry(Element entry, List<FeedPerson> feedAuthors) {
        var summary = text(entry, "summary", "dc:description").or(() -> modules.description(entry));
        var detail = detail(entry, summary)
                .image(modules.image(entry))
                .place(modules.place(entry))
                .build();
        var original = xml.children(entry, "source").flatMap(parts::authors).toList();
        return new EntryBuilder(limits, detail)
                .title(title(entry))
                .content(xml.children(entry, "content")
                        .map(content -> withAbsoluteLinks(content, FeedMarkup.atomContent(content)))
                        .filter(html -> !html.isEmpty())
                        .findFirst())
                // RFC 4287, 4.2.1: else those of the feed that it was taken from, else those of this feed
                .otherwiseBy(original.isEmpty() ? feedAuthors : original)
                .language(FeedXml.language(entry).or(() -> xml.text(entry, "dc:language")))
                .entry(page(detail.links())
                        .or(() -> xml.text(entry, "id").flatMap(WebUrl::parse).map(WebUrl::toString)));
    }

    /** Collects what a feed and an entry say in the same way. */
    private DetailBuilder detail(Element parent, Optional<String> description) {
        return new DetailBuilder(limits)
                .id(xml.text(parent, "id"))
                .texts(text(parent, "title"), description)
                .dates(
                        xml.moment(parent, "published", "issued", "created", "dc:date"),
                        xml.moment(parent, "updated", "modified", "dcterms:modified"))
                .people(parts.authors(parent), parts.contributors(parent))
                .categories(Stream.concat(parts.categories(parent), modules.categories(parent)))
                .links(Stream.concat(parts.links(parent), modules.files(parent)))
                .rights(text(parent, "rights", "copyright", "dc:rights"));
    }

    private Optional<String> title(Element parent) {
        return xml.child(parent, "title").map(FeedMarkup::atomPlain);
    }

    private Optional<String> text(Element parent, String... names) {
        return xml.byName(parent, names)
                .map(text -> withAbsoluteLinks(text, FeedMarkup.atomHtml(text)))
                .filter(html -> !html.isEmpty())
                .findFirst();
    }

    private String withAbsoluteLinks(Element element, String html) {
        return FeedMarkup.isLiteral(element) ? html : xml.withAbsoluteLinks(element, html);
    }

    private Optional<String> image(Element parent, String... names) {
        return xml.byName(parent, names)
                .flatMap(image -> xml.resolve(image, image.wholeText().strip()).stream())
                .findFirst();
    }

    /** Gives the web page among the links: the alternate that is HTML, any alternate, the content's own address. */
    private static Optional<String> page(List<FeedLink> links) {
        return links.stream()
                .filter(link -> link.isAlternate()
                        && (link.type().isEmpty() || link.type().contains("html")))
                .findFirst()
                .or(() -> links.stream().filter(FeedLink::isAlternate).findFirst())
                .or(() -> links.stream()
                        .filter(link -> link.rel().equals(AtomParts.CONTENT))
                        .findFirst())
                .map(FeedLink::url);
    }
}
