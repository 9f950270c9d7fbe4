package dev.dateline.fetcher.work;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.RedirectRule;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.http.Trip;
import dev.dateline.fetcher.terms.SourceTerms;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Task;
import dev.dateline.fetcher.visit.WholeLook;
import dev.dateline.pipeline.Sha256;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.pipeline.page.CanonicalLink;
import dev.dateline.schema.FetchVisit;
import dev.dateline.schema.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Does one task: asks the web and reads what it gives. Thread-safe; blocks for one request.
 *
 * <p>Article pages are asked for only as robots.txt allows. A feed or sitemap is asked for all the same: an operator has named it,
 * and it is there to be polled, while many sites keep theirs out of search engines by that very file.
 */
public final class TaskRunner {
    private final Web web;
    private final SourceTerms terms;
    private final InstantSource clock;

    public TaskRunner(Web web, SourceTerms terms, InstantSource clock) {
        this.web = web;
        this.terms = terms;
        this.clock = clock;
    }

    public Fetched run(Task task) {
        if (task instanceof Task.Trial trial) {
            return tryOut(trial);
        }
        return task instanceof Task.Page page ? open(page) : poll((Task.Poll) task);
    }

    private Fetched poll(Task.Poll task) {
        return poll(task, request -> ask(task, request));
    }

    /** Parts of a sitemap are asked for wherever they are: what was known, and who looks after it, is the sitemap that lists them. */
    private Answer ask(Task.Poll task, Request request) {
        return web.fetch(
                task.reading() == null ? conditional(request, task.visit()).staying() : request);
    }

    private Fetched poll(Task.Poll task, Function<Request, Answer> asking) {
        var own = terms.poll(task.source());
        if (task.source().getKind() == SourceKind.PAGE) {
            return pollPage(task, own, asking);
        }
        return PollReader.read(
                task, now(), asking.apply(Request.feed(task.url()).on(own)));
    }

    /** A page is there for people: it is asked for only as robots.txt allows, whoever has named it. */
    private Fetched pollPage(Task.Poll task, Terms own, Function<Request, Answer> asking) {
        var url = WebUrl.parse(task.url()).orElse(null);
        if (url != null) {
            var rules = web.knownRules(url).orElse(null);
            if (rules == null) {
                return new Fetched.RulesRead(task, now(), web.readRules(url, own));
            }
            var objection = rules.objection(now()).orElse(null);
            if (objection != null) {
                return PollReader.read(task, now(), forbidden(task, objection));
            }
        }
        var request = Request.page(task.url()).on(own).followingOnly(byRobots(own));
        return PollReader.read(task, now(), asking.apply(request));
    }

    private static Answer forbidden(Task task, RedirectRule.Objection objection) {
        var nowhere = new Trip(task.url(), List.of(), null, Duration.ZERO);
        return new Answer.Refused(null, nowhere, objection.reason(), objection.detail(), objection.lasts());
    }

    /** An operator wants to know what robots.txt says, though feeds are polled whatever it is. */
    private Fetched tryOut(Task.Trial task) {
        var url = WebUrl.parse(task.url()).orElse(null);
        var rules = url == null ? null : web.knownRules(url).orElse(null);
        if (url != null && rules == null) {
            return new Fetched.RulesRead(task, now(), web.readRules(url, terms.poll(task.source())));
        }
        var poll = poll(task.poll(), web::fetch);
        if (poll instanceof Fetched.RulesRead read) {
            return new Fetched.RulesRead(task, read.at(), read.verdict());
        }
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
        var own = terms.page(task.source());
        var url = WebUrl.parse(task.url()).orElse(null);
        if (url != null) {
            var rules = web.knownRules(url).orElse(null);
            if (rules == null) {
                var read = web.readRules(url, own);
                return new Fetched.RulesRead(task, now(), read);
            }
            if (!rules.allowed()) {
                return new Fetched.Forbidden(task, now(), rules);
            }
        }
        var request = conditional(Request.page(task.url()).on(own), task.visit());
        var answer = web.fetch(request.followingOnly(byRobots(own)).staying());
        if (answer instanceof Answer.Content content) {
            var canonical = CanonicalLink.of(content.trip().finalUrl(), content.body());
            return new Fetched.Opened(task, now(), answer, Sha256.hex(content.body()), canonical.orElseThrow());
        }
        return new Fetched.Opened(task, now(), answer, null, null);
    }

    private RedirectRule byRobots(Terms own) {
        return target -> web.knownRules(target)
                .orElseGet(() -> web.readRules(target, own))
                .objection(now());
    }

    private Request conditional(Request request, @Nullable FetchVisit visit) {
        return visit == null || WholeLook.isDue(visit, now())
                ? request
                : request.unlessMatches(visit.getEtag(), visit.getLastModified());
    }

    /** Whole milliseconds, as the records keep them. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
