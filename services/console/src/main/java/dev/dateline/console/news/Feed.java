package dev.dateline.console.news;

import dev.dateline.console.search.ArticleQuery;
import dev.dateline.console.search.Cursor;
import dev.dateline.console.search.FoundArticle;
import dev.dateline.console.search.Page;
import dev.dateline.console.search.QueryParameters;
import dev.dateline.console.search.TagNames;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A page of a search as feeds show it.
 *
 * @param id the same for the same search, wherever it is served
 * @param home address of the console
 * @param self address of this page
 * @param next address of the page behind it
 */
record Feed(String id, String title, String home, String self, Optional<String> next, List<FoundArticle> articles) {

    static Feed of(
            String origin,
            String path,
            Map<String, List<String>> given,
            ArticleQuery query,
            Page page,
            TagNames names) {
        var canonical = QueryParameters.canonical(given);
        var base = origin + path;
        var self = query.after().map(Cursor::text);
        return new Feed(
                urn("search:" + canonical),
                title(query, names),
                origin + "/",
                address(base, canonical, self),
                page.next().map(next -> address(base, canonical, Optional.of(next.text()))),
                page.articles());
    }

    private static String address(String base, String canonical, Optional<String> after) {
        var query = Stream.of(canonical, after.map(cursor -> "after=" + cursor).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? base : base + "?" + query;
    }

    /** What the feed is about, in the words of the search. */
    private static String title(ArticleQuery query, TagNames names) {
        var parts = Stream.of(
                        query.regions().stream().map(names::nameOfRegion),
                        query.themes().stream().map(names::nameOfTheme),
                        query.languages().stream(),
                        query.outlets().stream(),
                        query.sources().stream(),
                        query.text().stream(),
                        query.title().stream())
                .flatMap(part -> part)
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "Dateline" : "Dateline: " + parts;
    }

    /** An id for ever, made of a name (RFC 9562, version 3). */
    static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("dateline:" + name).getBytes(StandardCharsets.UTF_8));
    }

    static String urn(FoundArticle article) {
        return urn("article:" + article.id());
    }

    /** Who wrote an article; its outlet when nobody is named, and its source when that has no name either. */
    static List<String> authors(FoundArticle article) {
        if (!article.authors().isEmpty()) {
            return article.authors();
        }
        return List.of(article.outlet() == null ? article.source() : article.outlet());
    }

    /** When something in it changed last; empty when there is nothing in it. */
    Optional<Instant> updated() {
        return articles.stream().map(FoundArticle::updated).max(Comparator.naturalOrder());
    }
}
