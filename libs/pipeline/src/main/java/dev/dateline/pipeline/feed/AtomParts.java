package dev.dateline.pipeline.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads the constructs of Atom that feeds, entries and sources share (RFC 4287, 3.2 and 4.2): people, categories, links. */
final class AtomParts {
    /** What the address of a content that stands elsewhere is kept as. */
    static final String CONTENT = "content";

    /** Registered relations may be written as addresses (RFC 4287, 4.2.7.2). */
    private static final Pattern REGISTERED = Pattern.compile("^https?://www\\.iana\\.org/assignments/relation/");

    private final FeedXml xml;

    AtomParts(FeedXml xml) {
        this.xml = xml;
    }

    Stream<FeedPerson> authors(Element parent) {
        return Stream.concat(
                xml.children(parent, "author").flatMap(this::person),
                xml.children(parent, "dc:creator").flatMap(FeedXml::writtenPerson));
    }

    Stream<FeedPerson> contributors(Element parent) {
        return Stream.concat(
                xml.children(parent, "contributor").flatMap(this::person),
                xml.children(parent, "dc:contributor").flatMap(FeedXml::writtenPerson));
    }

    Stream<FeedCategory> categories(Element parent) {
        return xml.children(parent, "category")
                .map(category ->
                        new FeedCategory(category.attr("term"), category.attr("scheme"), category.attr("label")));
    }

    Stream<FeedLink> links(Element parent) {
        var links = xml.children(parent, "link").flatMap(link -> link(link).stream());
        var contents = xml.children(parent, "content")
                .flatMap(content -> xml
                        .resolve(content, content.attr("src"))
                        .map(url ->
                                new FeedLink(url, CONTENT, content.attr("type").strip()))
                        .stream());
        return Stream.concat(links, contents);
    }

    /** Gives where a link leads. An empty one means the feed itself, which is no article's page. */
    Optional<FeedLink> link(Element link) {
        var rel = relation(link);
        var href = (link.hasAttr("href") ? link.attr("href") : link.wholeText()).strip();
        var isItself = href.isEmpty() && link.hasAttr("href") && !rel.equals(FeedLink.ALTERNATE);
        var url = isItself ? Optional.ofNullable(xml.base(link)).map(Object::toString) : xml.resolve(link, href);
        return url.map(found -> new FeedLink(
                found,
                rel,
                link.attr("type").strip(),
                link.attr("title").isBlank() ? null : link.attr("title").strip(),
                FeedLink.length(link.attr("length"))));
    }

    private static String relation(Element link) {
        var rel = link.attr("rel").strip().toLowerCase(Locale.ROOT);
        return rel.isEmpty() ? FeedLink.ALTERNATE : REGISTERED.matcher(rel).replaceFirst("");
    }

    private Stream<FeedPerson> person(Element person) {
        if (person.childrenSize() == 0) {
            return FeedXml.writtenPerson(person);
        }
        return FeedPerson.of(
                xml.text(person, "name", "atom:name"),
                xml.text(person, "email", "atom:email"),
                xml.byName(person, "uri", "url", "homepage", "atom:uri")
                        .flatMap(url -> xml.resolve(url, url.wholeText().strip()).stream())
                        .findFirst());
    }
}
