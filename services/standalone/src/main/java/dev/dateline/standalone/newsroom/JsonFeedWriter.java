package dev.dateline.standalone.newsroom;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Writes JSON Feed 1.1. */
final class JsonFeedWriter implements FeedWriter {
    private final ObjectMapper json = new ObjectMapper();

    @Override
    public String mediaType() {
        return "application/feed+json";
    }

    @Override
    public byte[] write(FeedDocument feed) {
        var root = json.createObjectNode()
                .put("version", "https://jsonfeed.org/version/1.1")
                .put("title", feed.title())
                .put("home_page_url", feed.home() + "/")
                .put("feed_url", feed.url())
                .put("language", feed.language());
        var items = root.putArray("items");
        feed.entries().forEach(entry -> item(items.addObject(), entry));
        return root.toPrettyString().getBytes(StandardCharsets.UTF_8);
    }

    private static void item(ObjectNode item, FeedDocument.Entry entry) {
        item.put("id", entry.id()).put("url", entry.link()).put("title", entry.title());
        item.put("language", entry.language());
        item.put(
                "date_published",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(entry.published().truncatedTo(ChronoUnit.SECONDS)));
        // The format wants a content; outlets that give nothing away repeat the headline
        item.put("content_text", entry.summary() == null ? entry.title() : entry.summary());
        var authors = item.putArray("authors");
        entry.authors().forEach(author -> authors.addObject().put("name", author));
        item.putArray("tags").add(entry.section());
    }
}
