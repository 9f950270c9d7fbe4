package dev.dateline.console.news;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dateline.console.json.Json;
import dev.dateline.console.search.FoundArticle;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a feed as JSON Feed.
 *
 * @see <a href="https://www.jsonfeed.org/version/1.1/">version 1.1</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record JsonFeed(
        String version,
        String title,
        @JsonProperty("home_page_url") String home,
        @JsonProperty("feed_url") String self,
        @JsonProperty("next_url") @Nullable String next,
        List<Item> items) {
    private static final String VERSION = "https://jsonfeed.org/version/1.1";

    /** An author of an item. */
    record Author(String name) {}

    /** An article; its text is only quoted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(
            String id,
            String url,
            String title,
            @JsonProperty("content_text") String text,
            @Nullable String image,
            @JsonProperty("date_published") @Nullable Instant published,
            @JsonProperty("date_modified") Instant modified,
            List<Author> authors,
            List<String> tags,
            String language) {

        static Item of(FoundArticle article) {
            return new Item(
                    Feed.urn(article),
                    article.url(),
                    article.title(),
                    article.excerpt().text(),
                    article.image(),
                    article.published(),
                    article.updated(),
                    Feed.authors(article).stream().map(Author::new).toList(),
                    tags(article),
                    article.language());
        }

        private static List<String> tags(FoundArticle article) {
            return Stream.concat(
                            article.regions().stream().map(FoundArticle.Region::name),
                            article.themes().stream().map(FoundArticle.Theme::name))
                    .distinct()
                    .toList();
        }
    }

    static byte[] bytes(Feed feed) {
        return Json.bytes(new JsonFeed(
                VERSION,
                feed.title(),
                feed.home(),
                feed.self(),
                feed.next().orElse(null),
                feed.articles().stream().map(Item::of).toList()));
    }
}
