package dev.dateline.standalone.newsroom;

import static dev.dateline.standalone.newsroom.XmlDocument.element;

import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes an XML sitemap with the news extension of Google, which wants a name, a language, a date and a title. */
final class NewsSitemapWriter implements FeedWriter {
    @Override
    public String mediaType() {
        return "application/xml";
    }

    @Override
    public byte[] write(FeedDocument feed) {
        return XmlDocument.write(feed.charset(), xml -> {
            xml.writeStartElement("urlset");
            xml.writeAttribute("xmlns", "http://www.sitemaps.org/schemas/sitemap/0.9");
            xml.writeAttribute("xmlns:news", "http://www.google.com/schemas/sitemap-news/0.9");
            for (var entry : feed.entries()) {
                page(xml, feed, entry);
            }
        });
    }

    private static void page(XMLStreamWriter xml, FeedDocument feed, FeedDocument.Entry entry)
            throws XMLStreamException {
        xml.writeStartElement("url");
        element(xml, "loc", entry.link());
        xml.writeStartElement("news:news");
        xml.writeStartElement("news:publication");
        element(xml, "news:name", feed.title());
        element(xml, "news:language", entry.language());
        xml.writeEndElement();
        element(
                xml,
                "news:publication_date",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.published().truncatedTo(ChronoUnit.SECONDS)));
        element(xml, "news:title", entry.title());
        xml.writeEndElement();
        xml.writeEndElement();
    }
}
