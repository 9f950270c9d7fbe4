package dev.dateline.pipeline.feed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.pipeline.feed.FeedProblem.Kind;
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
        var detail = new DetailBuilder(limits)
                .id(text(root, "feed_url"))
                .texts(text(root, "title"), text(root, "description"))
                .people(people(root), Stream.empty())
                .links(Stream.of(
                                link(root, "home_page_url", FeedLink.ALTERNATE),
                                link(root, "feed_url", "self"),
                                link(root, "next_url", "next"))
                        .flatMap(links -> links))
                .image(url(root, "icon").or(() -> url(root, "favicon")))
                .build();
        return new Feed(
                Feed.Format.JSON,
                detail.title(),
                url(root, "home_page_url").orElse(null),
                text(root, "language").orElse(null),
                detail,
                FeedPace.UNSAID,
                stream(items)
                        .limit(limits.entries())
                        .map(item -> entry(item, detail.authors(), text(root, "language")))
                        .toList(),
                limits.omitted(items.size()));
    }

    private FeedEntry entry(JsonNode item, List<FeedPerson> feedAuthors, Optional<String> feedLanguage) {
        var page = url(item, "url").or(() -> url(item, "external_url"));
        var detail = new DetailBuilder(limits)
                .id(text(item, "id"))
                .texts(text(item, "title"), text(item, "summary"))
                .dates(
                        text(item, "date_published").map(FeedMoment::of),
                        text(item, "date_modified").map(FeedMoment::of))
                .people(people(item), Stream.empty())
                .categories(stream(item.path("tags")).map(JsonNode::asText).map(FeedCategory::of))
                .links(links(item))
                .image(url(item, "image").or(() -> url(item, "banner_image")))
                .build();
        return new EntryBuilder(limits, detail)
                .title(text(item, "title"))
                .content(text(item, "content_html")
                        .map(html -> withAbsoluteLinks(html, page))
                        .or(() -> text(item, "content_text")))
                .otherwiseBy(feedAuthors)
                .language(text(item, "language").or(() -> feedLanguage))
                .entry(page.or(() -> text(item, "id").flatMap(WebUrl::parse).map(WebUrl::toString)));
    }

    private Stream<FeedLink> links(JsonNode item) {
        var files = stream(item.path("attachments"))
                .flatMap(file -> url(file, "url").stream()
                        .map(url -> new FeedLink(
                                url,
                                FeedLink.ENCLOSURE,
                                text(file, "mime_type").orElse(""),
                                text(file, "title").orElse(null),
                                FeedLink.length(text(file, "size_in_bytes").orElse("")))));
        return Stream.of(link(item, "url", FeedLink.ALTERNATE), link(item, "external_url", "related"), files)
                .flatMap(links -> links);
    }

    private Stream<FeedLink> link(JsonNode node, String field, String rel) {
        return url(node, field).stream().map(url -> new FeedLink(url, rel, ""));
    }

    /** Gives the authors of 1.1, or the one of 1.0. */
    private Stream<FeedPerson> people(JsonNode node) {
        return Stream.concat(stream(node.path("authors")), Stream.of(node.path("author")))
                .flatMap(person -> FeedPerson.of(text(person, "name"), Optional.empty(), url(person, "url")));
    }

    private String withAbsoluteLinks(String html, Optional<String> page) {
        var base = page.flatMap(WebUrl::parse).orElse(feedUrl);
        return base == null ? html : RelativeLinks.resolved(html, base);
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
