package dev.dateline.console.web;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.alert.AlertBoard;
import dev.dateline.console.desk.ArticleFilter;
import dev.dateline.console.desk.NewsDesk;
import dev.dateline.console.desk.Tally;
import dev.dateline.console.dossier.Dossiers;
import dev.dateline.console.dossier.TraceSearch;
import dev.dateline.console.search.GivenValues;
import dev.dateline.pipeline.tag.TagLabels;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JSON API: what the page shows, for programs too. */
public final class ApiRoutes {
    private static final Logger log = LoggerFactory.getLogger(ApiRoutes.class);
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    private final NewsDesk desk;
    private final Dossiers dossiers;
    private final TraceSearch traces;
    private final AlertBoard alerts;
    private final TagLabels names;

    /**
     * What a reader can choose by.
     *
     * @param names of all regions and themes that an article can have, by their codes
     * @param latest how often the latest articles have what they have
     */
    record Vocabulary(TagLabels names, Tally latest) {}

    public ApiRoutes(NewsDesk desk, Dossiers dossiers, TraceSearch traces, AlertBoard alerts, TagLabels names) {
        this.desk = desk;
        this.dossiers = dossiers;
        this.traces = traces;
        this.alerts = alerts;
        this.names = names;
    }

    /** Adds them to a server. */
    public void addTo(RoutesConfig routes) {
        routes.get("/api/articles", this::articles);
        routes.get("/api/articles/{key}", this::article);
        routes.get("/api/traces", this::traces);
        routes.get("/api/sources", request -> Answers.json(request, Map.of("sources", desk.sources())));
        routes.get("/api/stages", request -> Answers.json(request, desk.overview()));
        routes.get(
                "/api/alerts",
                request -> request.future(() -> alerts.now().thenAccept(report -> Answers.json(request, report))));
        routes.get("/api/vocabulary", request -> Answers.json(request, new Vocabulary(names, desk.tally())));
    }

    private void articles(Context request) {
        var filter = ArticleFilter.of(request::queryParam);
        Answers.json(request, Map.of("articles", desk.newest(filter, limit(request.queryParam("limit")))));
    }

    private void article(Context request) {
        Answers.json(
                request,
                dossiers.find(request.pathParam("key"))
                        .orElseThrow(() -> new NotFoundResponse("No such article among the newest.")));
    }

    private void traces(Context request) {
        var asked = request.queryParam("of");
        if (asked == null || asked.isBlank() || !GivenValues.isText(asked)) {
            throw new BadRequestResponse("of must be an article's address or id, or the id of a source");
        }
        try {
            var found = traces.find(asked, limit(request.queryParam("limit")))
                    .orElseThrow(() -> new NotFoundResponse("This console has no database; its operator can set "
                            + ConsoleConfig.DATABASE_URL.key() + "."));
            Answers.json(request, Map.of("traces", found));
        } catch (SQLException e) {
            log.atWarn().setCause(e).log("the database does not tell of traces");
            throw new ServiceUnavailableResponse("The database does not answer now.");
        }
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
}
