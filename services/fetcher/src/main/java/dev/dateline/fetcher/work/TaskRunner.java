package dev.dateline.fetcher.work;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Task;
import dev.dateline.pipeline.CanonicalLink;
import dev.dateline.pipeline.Sha256;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.FetchVisit;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Does one task: asks the web and reads what it gives. Thread-safe; blocks for one request.
 *
 * <p>Article pages are asked for only as robots.txt allows. A feed or sitemap is asked for all the same: an operator has named it,
 * and it is there to be polled, while many sites keep theirs out of search engines by that very file.
 */
public final class TaskRunner {
    private final Web web;
    private final InstantSource clock;

    public TaskRunner(Web web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    public Fetched run(Task task) {
        if (task instanceof Task.Trial trial) {
            return tryOut(trial);
        }
        return task instanceof Task.Page page ? open(page) : poll((Task.Poll) task);
    }

    /** Parts of a sitemap are asked for wherever they are: what was known, and who looks after it, is the sitemap that lists them. */
    private Fetched poll(Task.Poll task) {
        var request = Request.feed(task.url());
        var answer = web.fetch(
                task.reading() == null ? conditional(request, task.visit()).staying() : request);
        return PollReader.read(task, now(), answer);
    }

    /** An operator wants to know what robots.txt says, though feeds are polled whatever it is. */
    private Fetched tryOut(Task.Trial task) {
        var url = WebUrl.parse(task.url()).orElse(null);
        var rules = url == null ? null : web.knownRules(url).orElse(null);
        if (url != null && rules == null) {
            return new Fetched.RulesRead(task, now(), web.readRules(url));
        }
        var poll = PollReader.read(task.poll(), now(), web.fetch(Request.feed(task.url())));
        return new Fetched.Tried(task, now(), poll, rules, TrialReader.charset(poll), allowed(poll));
    }

    /** What robots.txt says of the pages that a poll lists, where that costs no request. */
    private Map<String, Boolean> allowed(Fetched poll) {
        var allowed = new HashMap<String, Boolean>();
        for (var link : TrialReader.links(poll)) {
            WebUrl.parse(link).flatMap(web::knownRules).ifPresent(rules -> allowed.put(link, rules.allowed()));
        }
        return allowed;
    }

    private Fetched open(Task.Page task) {
        var url = WebUrl.parse(task.url()).orElse(null);
        if (url != null) {
            var rules = web.knownRules(url).orElse(null);
            if (rules == null) {
                var read = web.readRules(url);
                return new Fetched.RulesRead(task, now(), read);
            }
            if (!rules.allowed()) {
                return new Fetched.Forbidden(task, now(), rules);
            }
        }
        var answer = web.fetch(conditional(Request.page(task.url()), task.visit())
                .followingOnly(this::isAllowed)
                .staying());
        if (answer instanceof Answer.Content content) {
            var canonical = CanonicalLink.of(content.trip().finalUrl(), content.body());
            return new Fetched.Opened(task, now(), answer, Sha256.hex(content.body()), canonical.orElseThrow());
        }
        return new Fetched.Opened(task, now(), answer, null, null);
    }

    private boolean isAllowed(WebUrl target) {
        return web.knownRules(target).orElseGet(() -> web.readRules(target)).allowed();
    }

    private static Request conditional(Request request, @Nullable FetchVisit visit) {
        return visit == null ? request : request.unlessMatches(visit.getEtag(), visit.getLastModified());
    }

    /** Whole milliseconds, as the records keep them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
