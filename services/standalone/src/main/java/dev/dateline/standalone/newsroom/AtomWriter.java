package dev.dateline.standalone.newsroom;

import static dev.dateline.standalone.newsroom.XmlDocument.element;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes Atom 1.0 (RFC 4287). */
final class AtomWriter implements FeedWriter {
    @Override
    public String mediaType() {
        return "application/atom+xml";
    }

    @Override
    public byte[] write(FeedDocument feed) {
        return XmlDocument.write(feed.charset(), xml -> {
            xml.writeStartElement("feed");
            xml.writeAttribute("xmlns", "http://www.w3.org/2005/Atom");
            xml.writeAttribute("xml:lang", feed.language());
            element(xml, "title", feed.title());
            element(xml, "id", feed.url());
            link(xml, "self", feed.url());
            link(xml, "alternate", feed.home() + "/");
            if (!feed.entries().isEmpty()) {
                time(xml, "updated", newest(feed));
            }
            for (var entry : feed.entries()) {
                entry(xml, entry);
            }
        });
    }

    private static void entry(XMLStreamWriter xml, FeedDocument.Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        element(xml, "title", entry.title());
        element(xml, "id", entry.id());
        link(xml, "alternate", entry.link());
        time(xml, "published", entry.published());
        time(xml, "updated", entry.updated());
        for (var author : entry.authors()) {
            xml.writeStartElement("author");
            element(xml, "name", author);
            xml.writeEndElement();
        }
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.section());
        if (entry.summary() != null) {
            element(xml, "summary", entry.summary());
        }
        xml.writeEndElement();
    }

    private static ZonedDateTime newest(FeedDocument feed) {
        return feed.entries().stream()
                .map(FeedDocument.Entry::updated)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static void link(XMLStreamWriter xml, String relation, String url) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", url);
    }

    private static void time(XMLStreamWriter xml, String name, ZonedDateTime time) throws XMLStreamException {
        element(xml, name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.truncatedTo(ChronoUnit.SECONDS)));
    }
}
