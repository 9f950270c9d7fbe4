package dev.dateline.pipeline.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.pipeline.feed.FeedProblem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads JSON Feed 1.0 and 1.1 (jsonfeed.org). Its version is not asked for: whatever has items is read. */
final class JsonFeedReader {
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(FeedLimits.DEFAULT.depth())
                    .build())
            .build());

    private final FeedLimits limits;
    private final @Nullable WebUrl feedUrl;

    JsonFeedReader(FeedLimits limits, @Nullable WebUrl feedUrl) {
        this.limits = limits;
        this.feedUrl = feedUrl;
    }

    FeedResult read(String text) {
        try {
            var root = JSON.readTree(text);
            return root.path("items").isArray() ? feed(root) : new FeedProblem(Kind.OTHER_JSON, "no items");
        } catch (JsonProcessingException e) {
            var at =
                    e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
            return new FeedProblem(
                    Kind.BAD_JSON, e.getOriginalMessage().lines().findFirst().orElse("") + at);
        }
    }

    private Feed feed(JsonNode root) {
        var items = root.path("items");
        var feedAuthors = authors(root).toList();
        return new Feed(
                Feed.Format.JSON,
                text(root, "title")
                        .map(title -> FeedLimits.cut(title, limits.title()))
                        .orElse(null),
                url(root, "home_page_url").orElse(null),
                text(root, "language").orElse(null),
                stream(items)
                        .limit(limits.entries())
                        .map(item -> entry(item, feedAuthors, text(root, "language")))
                        .toList(),
                items.size() > limits.entries());
    }

    private FeedEntry entry(JsonNode item, List<String> feedAuthors, Optional<String> feedLanguage) {
        var own = authors(item).toList();
        var links = links(item);
        return new EntryBuilder(limits)
                .id(text(item, "id"))
                .title(text(item, "title"))
                .texts(text(item, "summary"), text(item, "content_html").or(() -> text(item, "content_text")))
                .dates(
                        text(item, "date_published").flatMap(FeedDate::parse),
                        text(item, "date_modified").flatMap(FeedDate::parse))
                .authors((own.isEmpty() ? feedAuthors : own).stream())
                .categories(stream(item.path("tags")).map(JsonNode::asText))
                .language(text(item, "language").or(() -> feedLanguage))
                .entry(
                        url(item, "url")
                                .or(() -> url(item, "external_url"))
                                .or(() ->
                                        text(item, "id").flatMap(WebUrl::parse).map(WebUrl::toString)),
                        links.stream());
    }

    private List<FeedLink> links(JsonNode item) {
        var links = new ArrayList<FeedLink>();
        url(item, "url").ifPresent(url -> links.add(new FeedLink(url, FeedLink.ALTERNATE, "")));
        url(item, "external_url").ifPresent(url -> links.add(new FeedLink(url, "related", "")));
        stream(item.path("attachments"))
                .forEach(attachment -> url(attachment, "url")
                        .ifPresent(url -> links.add(new FeedLink(
                                url,
                                FeedLink.ENCLOSURE,
                                text(attachment, "mime_type").orElse("")))));
        return links;
    }

    private static Stream<String> authors(JsonNode node) {
        return Stream.concat(stream(node.path("authors")), Stream.of(node.path("author")))
                .flatMap(author -> text(author, "name").stream());
    }

    private Optional<String> url(JsonNode node, String field) {
        return text(node, field)
                .flatMap(link -> feedUrl == null ? WebUrl.parse(link) : feedUrl.resolve(link))
                .map(WebUrl::toString);
    }

    private static Optional<String> text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull()
                ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return array.isArray() ? StreamSupport.stream(array.spliterator(), false) : Stream.empty();
    }
}
