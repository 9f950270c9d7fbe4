package dev.dateline.console.news;

import dev.dateline.console.search.FoundArticle;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a feed as Atom.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 */
final class AtomFeed {
    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";
    private static final String REGIONS = "urn:dateline:region";
    private static final String THEMES = "urn:dateline:theme";

    private final XMLStreamWriter xml;

    private AtomFeed(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static byte[] bytes(Feed feed) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            new AtomFeed(xml).write(feed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a feed was written to memory", e);
        }
        return bytes.toByteArray();
    }

    private void write(Feed feed) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("feed");
        xml.writeDefaultNamespace(NAMESPACE);
        element("id", feed.id());
        element("title", feed.title());
        element("updated", feed.updated().orElse(Instant.EPOCH).toString());
        link("self", feed.self());
        link("alternate", feed.home());
        if (feed.next().isPresent()) {
            link("next", feed.next().get());
        }
        for (var article : feed.articles()) {
            write(article);
        }
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void write(FoundArticle article) throws XMLStreamException {
        xml.writeStartElement("entry");
        element("id", Feed.urn(article));
        element("title", article.title());
        element("updated", article.updated().toString());
        if (article.published() != null) {
            element("published", article.published().toString());
        }
        link("alternate", article.url());
        for (var author : Feed.authors(article)) {
            xml.writeStartElement("author");
            element("name", author);
            xml.writeEndElement();
        }
        for (var region : article.regions()) {
            category(REGIONS + ":" + region.role(), region.code(), region.name());
        }
        for (var theme : article.themes()) {
            category(THEMES, theme.code(), theme.name());
        }
        element("summary", article.excerpt().text());
        xml.writeEndElement();
    }

    private void category(String scheme, String term, String label) throws XMLStreamException {
        xml.writeEmptyElement("category");
        attribute("scheme", scheme);
        attribute("term", term);
        attribute("label", label);
    }

    private void link(String relation, String address) throws XMLStreamException {
        xml.writeEmptyElement("link");
        attribute("rel", relation);
        attribute("href", address);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(legal(text));
        xml.writeEndElement();
    }

    /** XML 1.0 has no word for most control characters, not even escaped. */
    private static String legal(String text) {
        return text.codePoints()
                .filter(c -> c >= ' ' && c != 0xFFFE && c != 0xFFFF || c == '\t' || c == '\n')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
