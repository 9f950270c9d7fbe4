package dev.dateline.console.web;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.TrialDesk;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.SourceKind;
import dev.dateline.schema.SourceTrial;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Tests of sources and addresses: one request gives the order and gets a ticket, others ask with it whether the answer is there.
 * The fetcher asks, not the console, which reaches nothing outside.
 */
final class TrialRoutes {
    /** Shorter than any proxy's patience; who waits asks again. */
    private static final Duration WAIT = Duration.ofSeconds(8);
    /** Each holds a thread of the server. */
    private static final int MOST_WAITING = 8;

    private static final int LONGEST_URL = 2_048;

    private final TrialDesk desk;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);

    /** An item as JSON shows it. */
    record Item(
            @Nullable String title,
            @Nullable String link,
            @Nullable Instant published,
            boolean seen,
            @Nullable Boolean allowed) {}

    /** What a test gave, as JSON shows it. */
    record Trial(
            @Nullable String source,
            String url,
            Instant at,
            @Nullable Integer httpStatus,
            @Nullable String finalUrl,
            List<String> redirects,
            @Nullable String contentType,
            @Nullable String charset,
            int size,
            long durationMillis,
            @Nullable String robots,
            @Nullable String problem,
            int listed,
            int fresh,
            List<Item> items) {
        static Trial of(SourceTrial trial) {
            return new Trial(
                    trial.getSourceId(),
                    trial.getUrl(),
                    trial.getAt(),
                    trial.getHttpStatus(),
                    trial.getFinalUrl(),
                    trial.getRedirects(),
                    trial.getContentType(),
                    trial.getCharset(),
                    trial.getSize(),
                    trial.getDurationMillis(),
                    trial.getRobots(),
                    trial.getProblem(),
                    trial.getListed(),
                    trial.getFresh(),
                    trial.getItems().stream()
                            .map(item -> new Item(
                                    item.getTitle(),
                                    item.getLink(),
                                    item.getPublished(),
                                    item.getSeen(),
                                    item.getAllowed()))
                            .toList());
        }
    }

    TrialRoutes(KafkaConnection kafka) {
        this.desk = new TrialDesk(kafka);
    }

    void addTo(RoutesConfig routes, String actions) {
        routes.post(actions + "sources/{id}/test", this::source);
        routes.post(actions + "test", this::address);
        routes.post(actions + "trials", this::await);
    }

    private void source(Context request) {
        var ticket = desk.test(
                        request.pathParam("id"), ActionRequest.of(request).order())
                .orElseThrow(() -> new NotFoundResponse("No such source."));
        Answers.json(request, ticket);
    }

    private void address(Context request) {
        var asked = ActionRequest.of(request);
        var url = asked.text("url");
        if (url.length() > LONGEST_URL || WebUrl.parse(url).isEmpty()) {
            throw new BadRequestResponse("url must be a web address, such as https://news.example/feed");
        }
        Answers.json(request, desk.testAddress(url, kind(asked.text("kind")), asked.order()));
    }

    private static SourceKind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "", "feed" -> SourceKind.FEED;
            case "sitemap" -> SourceKind.SITEMAP;
            case "page" -> SourceKind.PAGE;
            default -> throw new BadRequestResponse("kind must be feed, sitemap or page");
        };
    }

    private void await(Context request) {
        var asked = ActionRequest.of(request);
        var from = asked.body().path("from");
        if (!from.canConvertToLong() || from.asLong() < 0) {
            throw new BadRequestResponse("from must be that of the ticket");
        }
        if (!waiting.tryAcquire()) {
            throw new HttpResponseException(429, "Many wait for tests; ask again in a while.", Map.of());
        }
        try {
            var trial = desk.await(new TrialDesk.Ticket(asked.text("commandId"), from.asLong()), WAIT);
            var said = new HashMap<String, @Nullable Object>();
            said.put("trial", trial.map(Trial::of).orElse(null));
            Answers.json(request, said);
        } finally {
            waiting.release();
        }
    }
}
