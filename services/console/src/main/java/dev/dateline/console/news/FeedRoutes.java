package dev.dateline.console.news;

import dev.dateline.console.search.ArticleQuery;
import dev.dateline.console.search.ArticleSearch;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.console.search.QueryParameters;
import dev.dateline.console.search.TagNames;
import dev.dateline.pipeline.Sha256;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every search as a feed, in Atom and JSON Feed. A withdrawn article is in none any more, so readers may keep a feed for a
 * minute only.
 */
final class FeedRoutes {
    private static final String ATOM = "/feeds/articles.atom";
    private static final String JSON = "/feeds/articles.json";
    private static final int TAG_LENGTH = 32;
    /** The form that RFC 9110 calls IMF-fixdate. */
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String FRESH = "public, max-age=60";

    private final ArticleSearch search;
    private final TagNames names;
    private final OwnRoutes own;

    FeedRoutes(ArticleSearch search, TagNames names, OwnRoutes own) {
        this.search = search;
        this.names = names;
        this.own = own;
    }

    void addTo(RoutesConfig routes) {
        routes.get(ATOM, request -> answer(request, "application/atom+xml; charset=utf-8", AtomFeed::bytes));
        routes.get(JSON, request -> answer(request, "application/feed+json", JsonFeed::bytes));
    }

    private void answer(Context request, String type, Function<Feed, byte[]> format) throws Exception {
        var given = request.queryParamMap();
        ArticleQuery query = QueryParameters.read(given, names);
        var origin = request.scheme() + "://" + request.header("Host");
        var feed = Feed.of(
                origin, request.path(), given, query, search.page(query, QueryParameters.route(given, own)), names);
        var body = format.apply(feed);
        var tag = '"' + hash(body) + '"';
        request.header("ETag", tag).header("Cache-Control", FRESH);
        feed.updated().ifPresent(updated -> request.header("Last-Modified", HTTP_DATE.format(updated)));
        if (tags(request).anyMatch(known -> known.equals(tag) || known.equals("*"))) {
            request.status(HttpStatus.NOT_MODIFIED);
        } else {
            request.contentType(type).result(body);
        }
    }

    private static Stream<String> tags(Context request) {
        var header = request.header("If-None-Match");
        return header == null
                ? Stream.empty()
                : Arrays.stream(header.split(",")).map(tag -> tag.strip().replaceFirst("^W/", ""));
    }

    private static String hash(byte[] body) {
        return Sha256.hex(body).substring(0, TAG_LENGTH);
    }
}
