package dev.dateline.standalone.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.pipeline.feed.Feed;
import dev.dateline.pipeline.feed.FeedCategory;
import dev.dateline.pipeline.feed.FeedDetail;
import dev.dateline.pipeline.feed.FeedEntry;
import dev.dateline.pipeline.feed.FeedLink;
import dev.dateline.pipeline.feed.FeedMoment;
import dev.dateline.pipeline.feed.FeedPace;
import dev.dateline.pipeline.feed.FeedPerson;
import dev.dateline.pipeline.feed.SitemapIndex;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Feeds as JSON: what {@code stage feed} prints. Texts keep the markup that the feed gives them; {@code plainTitle} is what the
 * pipeline goes on with. Dates are ISO 8601 in UTC, null when they are missing or not understood, with what was written beside
 * them.
 */
final class FeedJson {
    private FeedJson() {}

    static ObjectNode feed(String id, Feed feed) {
        var json = JsonLines.JSON.createObjectNode();
        json.put("id", id).put("format", feed.format().name().toLowerCase(Locale.ROOT));
        json.put("title", feed.detail().title());
        json.put("plainTitle", feed.title());
        json.put("link", feed.link());
        json.put("description", feed.detail().description());
        json.put("language", feed.language());
        json.put("feedId", feed.detail().id());
        addDetail(json, feed.detail());
        json.put("truncated", feed.truncated());
        addPace(json, feed.pace());
        var items = json.putArray("items");
        feed.entries().forEach(entry -> items.add(item(entry)));
        return json;
    }

    /** Says how often the feed wants to be asked; a feed without such wishes has none of these fields. */
    private static void addPace(ObjectNode json, FeedPace pace) {
        if (pace.interval() != null) {
            json.put("intervalSeconds", pace.interval().toSeconds());
        }
        if (!pace.skipHours().isEmpty()) {
            var hours = json.putArray("skipHours");
            pace.skipHours().stream().sorted().forEach(hours::add);
        }
        if (!pace.skipDays().isEmpty()) {
            var days = json.putArray("skipDays");
            pace.skipDays().stream().sorted().map(Enum::name).forEach(days::add);
        }
    }

    static ObjectNode index(String id, SitemapIndex index) {
        var json = JsonLines.JSON.createObjectNode().put("id", id).put("format", "sitemapindex");
        json.put("truncated", index.truncated());
        var parts = json.putArray("sitemaps");
        index.parts()
                .forEach(part -> parts.addObject()
                        .put("url", part.url())
                        .put("updated", Objects.toString(part.changed(), null)));
        return json;
    }

    private static ObjectNode item(FeedEntry entry) {
        var item = entry.item();
        var json = JsonLines.JSON.createObjectNode();
        json.put("id", entry.detail().id());
        json.put("title", entry.detail().title());
        json.put("plainTitle", item.getTitle());
        json.put("link", item.getLink());
        json.put("summary", entry.detail().description());
        json.put("content", item.getContent());
        json.put("language", item.getLanguage());
        addDetail(json, entry.detail());
        return json.put("place", entry.detail().place());
    }

    private static void addDetail(ObjectNode json, FeedDetail detail) {
        addDate(json, "published", detail.published());
        addDate(json, "updated", detail.updated());
        var names = json.putArray("authors");
        detail.authors().stream()
                .map(author -> author.called().orElse(author.url()))
                .forEach(names::add);
        json.set("people", people(detail.authors()));
        json.set("contributors", people(detail.contributors()));
        var words = json.putArray("categories");
        detail.categories().stream()
                .map(category -> category.shown().orElse(category.scheme()))
                .forEach(words::add);
        json.set("terms", terms(detail.categories()));
        json.set("enclosures", links(detail.enclosures()));
        json.set("links", links(detail.links()));
        json.put("rights", detail.rights());
        json.put("image", detail.image());
    }

    private static void addDate(ObjectNode json, String name, @Nullable FeedMoment moment) {
        json.put(name, moment == null ? null : Objects.toString(moment.instant(), null));
        json.put(name + "Text", moment == null ? null : moment.written());
        json.put(name + "Doubt", doubt(moment));
    }

    /** Says why a date is not to be relied on; null when it is. */
    private static @Nullable String doubt(@Nullable FeedMoment moment) {
        if (moment == null) {
            return "missing";
        }
        return moment.doubt() == null ? null : moment.doubt().label();
    }

    private static ArrayNode people(List<FeedPerson> people) {
        var json = JsonLines.JSON.createArrayNode();
        people.forEach(person -> json.addObject()
                .put("name", person.name())
                .put("email", person.email())
                .put("url", person.url()));
        return json;
    }

    private static ArrayNode terms(List<FeedCategory> categories) {
        var json = JsonLines.JSON.createArrayNode();
        categories.forEach(category -> json.addObject()
                .put("term", category.term())
                .put("scheme", category.scheme())
                .put("label", category.label()));
        return json;
    }

    private static ArrayNode links(List<FeedLink> links) {
        var json = JsonLines.JSON.createArrayNode();
        links.forEach(link -> json.addObject()
                .put("url", link.url())
                .put("rel", link.rel())
                .put("type", link.type())
                .put("title", link.title())
                .put("length", link.length()));
        return json;
    }
}
