package dev.dateline.console.news;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dateline.console.json.Json;
import dev.dateline.console.search.InvalidQueryException;
import dev.dateline.console.search.QueryProblem;
import dev.dateline.console.search.ReadingDatabase.NoDatabaseException;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a request was not answered.
 *
 * @param type names the kind of problem, for programs
 * @param title what kind of problem it is
 * @param detail what it is this time
 * @param errors each thing that is wrong with the request
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetails(String type, int status, String title, String detail, List<QueryProblem> errors) {
    private static final String MEDIA_TYPE = "application/problem+json";
    private static final String KIND = "urn:dateline:problem:";

    private static final Logger log = LoggerFactory.getLogger(ProblemDetails.class);
    private static final int RETRY_SECONDS = 10;
    private static final String CANCELLED = "57014";
    private static final String UNDEFINED_COLUMN = "42703";
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_FUNCTION = "42883";

    /** Puts what goes wrong on the way to an answer into words. */
    static void addTo(RoutesConfig routes) {
        routes.exception(InvalidQueryException.class, (e, request) -> of(e).answer(request));
        routes.exception(
                NoDatabaseException.class,
                (e, request) -> unavailable(String.valueOf(e.getMessage())).answer(request));
        routes.exception(SQLException.class, (e, request) -> {
            log.atWarn().setCause(e).addKeyValue("path", request.path()).log("the database did not answer a reader");
            request.header("Retry-After", Integer.toString(RETRY_SECONDS));
            of(e).answer(request);
        });
    }

    private static ProblemDetails of(InvalidQueryException e) {
        return new ProblemDetails(
                KIND + "parameters",
                HttpStatus.BAD_REQUEST.getCode(),
                "The parameters ask for what there cannot be",
                String.valueOf(e.getMessage()),
                e.problems());
    }

    private static ProblemDetails of(SQLException e) {
        return unavailable(
                switch (String.valueOf(e.getSQLState())) {
                    case CANCELLED ->
                        "The search took too long and was ended. Ask for less: a shorter time, a region, rarer words.";
                    case UNDEFINED_COLUMN, UNDEFINED_TABLE ->
                        "The tables are not those of this console: run the sink of the same version.";
                    case UNDEFINED_FUNCTION ->
                        "This database cannot do that: its operator may have to add the extension pg_trgm.";
                    default -> "The database does not answer now.";
                });
    }

    private static ProblemDetails unavailable(String detail) {
        return new ProblemDetails(
                KIND + "unavailable",
                HttpStatus.SERVICE_UNAVAILABLE.getCode(),
                "The news cannot be searched now",
                detail,
                List.of());
    }

    /** Whether clients of a path expect problem details; others are told with an {@code error}. */
    public static boolean areExpectedAt(String path) {
        return path.startsWith("/api/v1/") || path.startsWith("/feeds/") || path.equals("/events");
    }

    /** Tells that a request was refused, in the words of whoever refused it. */
    public static ProblemDetails refusal(int status, String why) {
        return switch (HttpStatus.forStatus(status)) {
            case NOT_FOUND -> notFound(why);
            case SERVICE_UNAVAILABLE -> unavailable(why);
            default -> new ProblemDetails(KIND + "refused", status, "The request was refused", why, List.of());
        };
    }

    static ProblemDetails notFound(String what) {
        return new ProblemDetails(
                KIND + "unknown", HttpStatus.NOT_FOUND.getCode(), "There is no such thing", what, List.of());
    }

    /** Answers a request with it. */
    public void answer(Context request) {
        request.status(status).contentType(MEDIA_TYPE).result(Json.bytes(this));
    }
}
