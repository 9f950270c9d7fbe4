package dev.dateline.fetcher.work;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.fetcher.visit.Due;
import dev.dateline.fetcher.visit.Fetched;
import dev.dateline.fetcher.visit.Turn;
import dev.dateline.pipeline.Site;
import dev.dateline.pipeline.WebUrl;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Gives turns back and tells the gate what the host asked for. Thread-safe. */
public record Manners(HostGate gate, FetchSchedule<Due> schedule) {
    private static final Integer UNAVAILABLE = 503;

    void leave(Turn turn, Fetched fetched) {
        var host = turn.ready().host();
        var source = turn.task().source();
        var spacing = source.getSpacingSeconds();
        gate.spacing(host, source.getId(), spacing == null ? null : Duration.ofSeconds(spacing));
        var brought = fetched instanceof Fetched.Tried tried ? tried.poll() : fetched;
        if (answerOf(brought) instanceof Answer.Refused refused && isPlea(refused)) {
            gate.leftRefused(host, refused.retryAfter());
        } else {
            gate.left(host);
        }
        schedule.done(turn.ready());
    }

    /** Takes in the pause that a robots.txt asks for; one that cannot be had asks for nothing new. */
    public void read(WebUrl url, RobotsVerdict verdict) {
        if (!verdict.unreachable()) {
            gate.crawlDelay(Site.of(url), url.origin(), verdict.crawlDelay());
        }
    }

    private static boolean isPlea(Answer.Refused refused) {
        return refused.reason() == FetchFailure.TOO_MANY_REQUESTS || UNAVAILABLE.equals(refused.status());
    }

    private static @Nullable Answer answerOf(Fetched fetched) {
        if (fetched instanceof Fetched.Polled polled) {
            return polled.answer();
        }
        if (fetched instanceof Fetched.PartRead part) {
            return part.answer();
        }
        return fetched instanceof Fetched.Opened opened ? opened.answer() : null;
    }
}
