package dev.dateline.pipeline.feed;

import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads what channels and items of RSS are made of: people, categories, links. */
final class RssParts {
    private final FeedXml xml;
    private final AtomParts atom;

    RssParts(FeedXml xml) {
        this.xml = xml;
        this.atom = new AtomParts(xml);
    }

    Stream<FeedPerson> authors(Element item) {
        return xml.children(item, "dc:creator", "author", "itunes:author", "atom:author")
                .flatMap(this::person);
    }

    Stream<FeedPerson> editors(Element channel) {
        return Stream.concat(xml.children(channel, "managingeditor").flatMap(this::person), authors(channel));
    }

    Stream<FeedCategory> categories(Element parent) {
        return xml.children(parent, "category")
                .map(category -> new FeedCategory(FeedMarkup.html(category), category.attr("domain"), null));
    }

    Stream<FeedLink> links(Element parent) {
        var pages = xml.children(parent, "link").flatMap(link -> page(link).stream());
        var others = xml.children(parent, "atom:link").flatMap(link -> atom.link(link).stream());
        var files = xml.children(parent, "enclosure").flatMap(link -> enclosure(link).stream());
        var comments =
                xml.children(parent, "comments").flatMap(link -> link(link, link.wholeText(), "comments").stream());
        var origins = xml.children(parent, "source").flatMap(link -> link(link, link.attr("url"), "via").stream());
        return Stream.of(pages, others, files, comments, origins).flatMap(links -> links);
    }

    /** Gives the picture of a channel; RSS 1.0 has it beside the channel. */
    Optional<String> channelImage(Element root, Element channel) {
        return Stream.of(channel, root)
                .flatMap(parent -> xml.children(parent, "image"))
                .flatMap(image -> xml.children(image, "url"))
                .flatMap(url -> xml.resolve(url, url.wholeText().strip()).stream())
                .findFirst();
    }

    /** Reads an author on one line, or in parts, as Atom has them and RSS does not. */
    private Stream<FeedPerson> person(Element person) {
        var name = xml.text(person, "name", "atom:name");
        return name.isEmpty()
                ? FeedXml.writtenPerson(person)
                : FeedPerson.of(name, xml.text(person, "email", "atom:email"), Optional.empty());
    }

    /** Reads a page's address; some write it as an attribute, as Atom does. */
    private Optional<FeedLink> page(Element link) {
        return link.wholeText().isBlank() && link.hasAttr("href")
                ? atom.link(link)
                : link(link, link.wholeText(), FeedLink.ALTERNATE);
    }

    private Optional<FeedLink> enclosure(Element file) {
        var url = file.attr("url").isBlank() ? file.attr("href") : file.attr("url");
        return xml.resolve(file, url.strip())
                .map(found -> new FeedLink(
                        found,
                        FeedLink.ENCLOSURE,
                        file.attr("type").strip(),
                        null,
                        FeedLink.length(file.attr("length"))));
    }

    private Optional<FeedLink> link(Element element, String url, String rel) {
        return xml.resolve(element, url.strip())
                .map(found -> new FeedLink(found, rel, element.attr("type").strip()));
    }
}
