package dev.dateline.console.web;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.ArticleSearch;
import dev.dateline.kafka.operate.TakedownDesk;
import dev.dateline.schema.CleanArticle;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.NotFoundResponse;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Takes articles down: one, or those that were found. Words only ever find; what is taken down is named by ids, which are those that
 * the operator was shown.
 */
final class TakedownRoutes {
    /** Each takes a transaction of its own: more at once would keep a person waiting. */
    static final int MOST = 200;
    /** A search reads topics from their beginning; below the idle timeout of servers and proxies. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    private static final int MOST_SEARCHES = 2;
    private static final int LEAST_LETTERS = 3;

    private final KafkaConnection kafka;
    private final Semaphore searches = new Semaphore(MOST_SEARCHES);

    /** An article as JSON shows it. */
    record Line(String id, String title, String url, String source) {
        static Line of(CleanArticle article) {
            return new Line(
                    article.getArticleId(), article.getTitle(), article.getCanonicalUrl(), article.getSourceId());
        }
    }

    TakedownRoutes(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    void addTo(RoutesConfig routes, String actions) {
        routes.post(actions + "find", this::find);
        routes.post(actions + "withdraw", this::withdraw);
    }

    /** Finds by words or by ids, and changes nothing. */
    private void find(Context request) {
        var asked = ActionRequest.of(request);
        var words = asked.text("words");
        if (!words.isEmpty() && words.length() < LEAST_LETTERS) {
            throw new BadRequestResponse("words must have " + LEAST_LETTERS + " letters or more");
        }
        var source = asked.text("source");
        var found = words.isEmpty() ? named(asked) : search(new ArticleSearch(kafka, PATIENCE), words, source);
        var lines = found.stream().limit(MOST).map(Line::of).toList();
        Answers.json(request, Map.of("count", found.size(), "articles", lines));
    }

    private Collection<CleanArticle> search(ArticleSearch search, String words, String source) {
        return inTurn(() -> search.find(id -> true, ArticleSearch.having(words, source.isEmpty() ? null : source)));
    }

    private void withdraw(Context request) {
        var asked = ActionRequest.of(request);
        var order = asked.orderWithNote();
        var found = named(asked);
        if (found.isEmpty()) {
            throw new NotFoundResponse("No topic has such an article any more; 'dateline withdraw' takes its address.");
        }
        var targets = found.stream().map(TakedownDesk.Target::of).toList();
        if (!order.dryRun()) {
            new TakedownDesk(kafka).withdraw(targets, order);
        }
        Answers.json(
                request,
                Map.of(
                        "withdrawn",
                        targets.stream().map(TakedownDesk.Target::url).toList()));
    }

    private Collection<CleanArticle> named(ActionRequest asked) {
        var one = asked.text("articleId");
        var ids = new HashSet<>(one.isEmpty() ? asked.texts("articleIds", MOST, "articles") : List.of(one));
        return inTurn(() -> new ArticleSearch(kafka, PATIENCE).find(ids::contains, article -> true));
    }

    private Collection<CleanArticle> inTurn(Supplier<Collection<CleanArticle>> search) {
        if (!searches.tryAcquire()) {
            throw new HttpResponseException(429, "Others search at this moment; try again in a while.", Map.of());
        }
        try {
            return search.get();
        } catch (TimeoutException e) {
            throw new ServiceUnavailableResponse("Not done within " + PATIENCE.toSeconds()
                    + " s: 'dateline withdraw' takes its time. (" + e.getMessage() + ")");
        } finally {
            searches.release();
        }
    }
}
