package dev.dateline.standalone.newsroom;

import static dev.dateline.standalone.newsroom.XmlDocument.element;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes RSS 1.0, which is RDF: the channel names its items, and these stand beside it. */
final class Rss1Writer implements FeedWriter {
    @Override
    public String mediaType() {
        return "application/rdf+xml";
    }

    @Override
    public byte[] write(FeedDocument feed) {
        return XmlDocument.write(feed.charset(), xml -> {
            xml.writeStartElement("rdf:RDF");
            xml.writeAttribute("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
            xml.writeAttribute("xmlns", "http://purl.org/rss/1.0/");
            xml.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
            channel(xml, feed);
            for (var entry : feed.entries()) {
                item(xml, entry);
            }
        });
    }

    private static void channel(XMLStreamWriter xml, FeedDocument feed) throws XMLStreamException {
        xml.writeStartElement("channel");
        xml.writeAttribute("rdf:about", feed.url());
        element(xml, "title", feed.title());
        element(xml, "link", feed.home() + "/");
        element(xml, "description", feed.title());
        element(xml, "dc:language", feed.language());
        xml.writeStartElement("items");
        xml.writeStartElement("rdf:Seq");
        for (var entry : feed.entries()) {
            xml.writeEmptyElement("rdf:li");
            xml.writeAttribute("rdf:resource", entry.link());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void item(XMLStreamWriter xml, FeedDocument.Entry entry) throws XMLStreamException {
        xml.writeStartElement("item");
        xml.writeAttribute("rdf:about", entry.link());
        element(xml, "title", entry.title());
        element(xml, "link", entry.link());
        if (entry.summary() != null) {
            element(xml, "description", entry.summary());
        }
        for (var author : entry.authors()) {
            element(xml, "dc:creator", author);
        }
        element(xml, "dc:subject", entry.section());
        element(
                xml,
                "dc:date",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.published().truncatedTo(ChronoUnit.SECONDS)));
        xml.writeEndElement();
    }
}
