package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.pipeline.WebUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Feeds that other people collected, with the parse that they expect: kept beside the project, never inside it. */
class FeedCorpusTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** May rise, never fall. */
    private static final double FLOOR = 0.97;

    private static Path corpus;

    private final List<String> different = new ArrayList<>();
    private int compared;

    @BeforeAll
    static void find() {
        corpus = folder(Path.of("").toAbsolutePath()).orElse(null);
        assumeTrue(corpus != null, "SKIPPED: no folder shared/data/feeds beside the project");
    }

    @Test
    void shouldReadEveryDocumentWithoutSurprise() throws IOException {
        for (var file : files(".xml")) {
            assertThat(FeedParser.parse(Files.readAllBytes(file), null, "http://example.org/feed"))
                    .isNotNull();
        }
        for (var file : files(".json")) {
            assertThat(FeedParser.parse(Files.readAllBytes(file), null, "http://example.org/feed"))
                    .isNotNull();
        }
    }

    @Test
    void shouldReadTitlesLinksAndDatesAsExpected() throws IOException {
        for (var file : files(".xml")) {
            var expected = file.resolveSibling(file.getFileName().toString().replace(".xml", ".json"));
            if (Files.exists(expected)) {
                compare(file, JSON.readTree(expected.toFile()));
            }
        }
        System.out.printf("feeds: %d values compared, %d differ%n", compared, different.size());
        different.forEach(System.out::println);
        assertThat(compared).isPositive();
        assertThat(1.0 - different.size() / (double) compared).isGreaterThanOrEqualTo(FLOOR);
    }

    private void compare(Path file, JsonNode expected) throws IOException {
        var name = file.getFileName().toString();
        var result = FeedParser.parse(Files.readAllBytes(file), null, "");
        if (!(result instanceof Feed feed)) {
            compare(name, "feed", "a feed", result.toString());
            return;
        }
        compare(name, "title", plain(expected.path("title")), feed.title());
        var items = expected.has("entries") ? expected.path("entries") : expected.path("items");
        compare(
                name,
                "items",
                String.valueOf(items.size()),
                String.valueOf(feed.entries().size()));
        for (int i = 0; i < Math.min(items.size(), feed.entries().size()); i++) {
            var item = feed.entries().get(i).item();
            compare(name, "item title", plain(items.get(i).path("title")), item.getTitle());
            compare(name, "item link", link(items.get(i)), item.getLink());
            compare(
                    name,
                    "item id",
                    text(items.get(i).path("id"), items.get(i).path("guid").path("value")),
                    item.getId());
            compare(
                    name,
                    "published",
                    date(items.get(i), "publishedParsed", "pubDateParsed"),
                    text(item.getPublished()));
            compare(name, "updated", date(items.get(i), "updatedParsed", ""), text(item.getUpdated()));
        }
    }

    /** What the corpus does not say is not compared: it leaves out what a file is not about. */
    private void compare(String file, String field, String expected, String actual) {
        if (expected != null) {
            compared++;
            if (!expected.equals(actual)) {
                different.add("  " + file + " " + field + ": expected " + expected + " but was " + actual);
            }
        }
    }

    private static String plain(JsonNode node) {
        return node.isTextual() ? FeedMarkup.plain(node.asText()) : null;
    }

    private static String link(JsonNode item) {
        var link = item.path("link").isTextual()
                ? item.path("link")
                : item.path("links").path(0).path("href");
        return link.isTextual()
                ? WebUrl.parse(link.asText()).map(WebUrl::toString).orElse(null)
                : null;
    }

    private static String date(JsonNode item, String name, String other) {
        var text = text(item.path(name), item.path(other));
        return text == null ? null : Instant.parse(text).toString();
    }

    private static String text(JsonNode node, JsonNode other) {
        var text = node.isTextual() ? node.asText() : other.asText("");
        return text.isEmpty() ? null : text.strip();
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.walk(corpus)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static Optional<Path> folder(Path from) {
        for (var at = from; at != null; at = at.getParent()) {
            var folder = at.resolve("shared/data/feeds");
            if (Files.isDirectory(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
