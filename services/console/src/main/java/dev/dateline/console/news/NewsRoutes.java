package dev.dateline.console.news;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.console.json.Json;
import dev.dateline.console.search.ArticleFile;
import dev.dateline.console.search.ArticleSearch;
import dev.dateline.console.search.Cursor;
import dev.dateline.console.search.FoundArticle;
import dev.dateline.console.search.GivenValues;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.console.search.Page;
import dev.dateline.console.search.QueryParameters;
import dev.dateline.console.search.TagNames;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The readers' API; /openapi.yaml describes it. */
public final class NewsRoutes {
    private final ArticleSearch search;
    private final ArticleFile file;
    private final TagNames names;
    private final OwnRoutes own;
    private final FeedRoutes feeds;

    /**
     * A page as JSON.
     *
     * @param next what to give as {@code after} for the next one; null when there are no more now
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Found(List<FoundArticle> articles, @Nullable String next) {
        static Found of(Page page) {
            return new Found(page.articles(), page.next().map(Cursor::text).orElse(null));
        }
    }

    public NewsRoutes(ArticleSearch search, ArticleFile file, TagNames names, OwnRoutes own) {
        this.search = search;
        this.file = file;
        this.names = names;
        this.own = own;
        this.feeds = new FeedRoutes(search, names, own);
    }

    /** Adds the paths to a server. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/v1/articles", this::articles);
        routes.get("/api/v1/articles/{id}", request -> {
            var id = request.pathParam("id");
            answer(request, "article", GivenValues.isText(id) ? file.article(id) : Optional.empty());
        });
        routes.get("/api/v1/stories/{id}", request -> {
            var id = request.pathParam("id");
            answer(request, "story", GivenValues.isText(id) ? file.story(id) : Optional.empty());
        });
        feeds.addTo(routes);
        new OpenApi().addTo(routes);
        ProblemDetails.addTo(routes);
    }

    private void articles(Context request) throws Exception {
        var given = request.queryParamMap();
        var page = search.page(QueryParameters.read(given, names), QueryParameters.route(given, own));
        request.contentType("application/json").result(Json.bytes(Found.of(page)));
    }

    private static void answer(Context request, String what, Optional<?> found) {
        if (found.isEmpty()) {
            ProblemDetails.notFound("No " + what + " has this id.").answer(request);
        } else {
            request.contentType("application/json").result(Json.bytes(found.get()));
        }
    }
}
