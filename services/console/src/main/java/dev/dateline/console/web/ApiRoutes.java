package dev.dateline.console.web;

import dev.dateline.console.desk.ArticleFilter;
import dev.dateline.console.desk.NewsDesk;
import dev.dateline.console.desk.Tally;
import dev.dateline.console.dossier.Dossiers;
import dev.dateline.console.json.Json;
import dev.dateline.pipeline.tag.TagLabels;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON API: what the page shows, for programs too. */
public final class ApiRoutes {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final NewsDesk desk;
    private final Dossiers dossiers;
    private final TagLabels names = TagLabels.load();

    /**
     * What a reader can choose by.
     *
     * @param names of all regions and themes that an article can have, by their codes
     * @param latest how often the latest articles have what they have
     */
    record Vocabulary(TagLabels names, Tally latest) {}

    public ApiRoutes(NewsDesk desk, Dossiers dossiers) {
        this.desk = desk;
        this.dossiers = dossiers;
    }

    /** Adds them to a server. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/articles", this::articles);
        routes.get("/api/articles/{key}", this::article);
        routes.get("/api/sources", request -> answer(request, Map.of("sources", desk.sources())));
        routes.get("/api/stages", request -> answer(request, desk.overview()));
        routes.get("/api/vocabulary", request -> answer(request, new Vocabulary(names, desk.tally())));
    }

    private void articles(Context request) {
        var filter = ArticleFilter.of(request::queryParam);
        answer(request, Map.of("articles", desk.newest(filter, limit(request.queryParam("limit")))));
    }

    private void article(Context request) {
        answer(
                request,
                dossiers.find(request.pathParam("key"))
                        .orElseThrow(() -> new NotFoundResponse("No such article among the newest.")));
    }

    private static int limit(@Nullable String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,9}")) {
            throw new BadRequestResponse("limit must be a whole number from 0 to " + MAX_LIMIT);
        }
        return Math.min(Integer.parseInt(text), MAX_LIMIT);
    }

    private static void answer(Context request, Object body) {
        request.contentType("application/json").result(Json.bytes(body));
    }
}
