package dev.dateline.standalone.newsroom;

import static dev.dateline.standalone.newsroom.XmlDocument.element;

import java.time.format.DateTimeFormatter;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes RSS 2.0 with Dublin Core authors. */
final class RssWriter implements FeedWriter {
    @Override
    public String mediaType() {
        return "application/rss+xml";
    }

    @Override
    public byte[] write(FeedDocument feed) {
        return XmlDocument.write(feed.charset(), xml -> {
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeAttribute("xmlns:dc", "http://purl.org/dc/elements/1.1/");
            xml.writeStartElement("channel");
            element(xml, "title", feed.title());
            element(xml, "link", feed.home() + "/");
            element(xml, "description", feed.title());
            element(xml, "language", feed.language());
            for (var entry : feed.entries()) {
                item(xml, entry);
            }
        });
    }

    private static void item(XMLStreamWriter xml, FeedDocument.Entry entry) throws XMLStreamException {
        xml.writeStartElement("item");
        if (!entry.title().isEmpty()) {
            element(xml, "title", entry.title());
        }
        element(xml, "link", entry.link());
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(entry.id());
        xml.writeEndElement();
        element(xml, "pubDate", DateTimeFormatter.RFC_1123_DATE_TIME.format(entry.published()));
        element(xml, "category", entry.section());
        for (var author : entry.authors()) {
            element(xml, "dc:creator", author);
        }
        if (entry.summary() != null) {
            xml.writeStartElement("description");
            xml.writeCData("<p>" + Html.escape(entry.summary()) + "</p>");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
