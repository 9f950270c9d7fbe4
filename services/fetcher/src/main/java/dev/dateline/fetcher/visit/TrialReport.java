package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.FetchFailure;
import dev.dateline.fetcher.robots.RobotsVerdict;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.SourceCommand;
import dev.dateline.schema.SourceTrial;
import dev.dateline.schema.TrialItem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says what a trial poll gave, as far as a person can read it. Pure. */
final class TrialReport {
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 1_000;
    /** What our own guard refuses is no fault of the site. */
    private static final Map<FetchFailure, String> GUARDED = Map.of(
            FetchFailure.BLOCKED_ADDRESS, "Our own guard refuses it: not an address of the public web",
            FetchFailure.BLOCKED_PORT, "Our own guard refuses it: not a port that is asked",
            FetchFailure.BAD_URL, "Our own guard refuses it");

    private TrialReport() {}

    /** A trial that came to nothing before anybody was asked. */
    static SourceTrial notDone(SourceCommand order, String url, Instant at, String problem) {
        return begun(order, url, at).setProblem(cut(problem, LONGEST_TEXT)).build();
    }

    static SourceTrial of(Fetched.Tried tried, PageBook pages) {
        var polled = tried.poll() instanceof Fetched.PartRead part ? part.whole() : (Fetched.Polled) tried.poll();
        var answer = polled.answer();
        var order = tried.task().order();
        var trial = begun(order, tried.task().source().getUrl(), tried.at())
                .setHttpStatus(answer.status())
                .setFinalUrl(answer.trip().finalUrl())
                .setRedirects(answer.trip().redirects())
                .setDurationMillis(answer.trip().duration().toMillis())
                .setCharset(tried.charset())
                .setRobots(robots(tried.robots()))
                .setProblem(problem(answer, polled.listing()));
        if (answer instanceof Answer.Content content) {
            trial.setContentType(content.headers().contentType()).setSize(content.body().length);
        }
        var items = polled.listing() == null
                ? List.<TrialItem>of()
                : polled.listing().items().stream()
                        .map(item -> item(item, pages, tried.allowed()))
                        .toList();
        return trial.setListed(items.size())
                .setFresh((int) items.stream().filter(TrialReport::isFresh).count())
                .setItems(items.subList(0, Math.min(MOST_ITEMS, items.size())))
                .build();
    }

    private static SourceTrial.Builder begun(SourceCommand order, String url, Instant at) {
        return SourceTrial.newBuilder()
                .setCommandId(order.getCommandId())
                .setSourceId(order.getSourceId().isEmpty() ? null : order.getSourceId())
                .setUrl(url)
                .setAt(at);
    }

    private static TrialItem item(FeedItem item, PageBook pages, Map<String, Boolean> allowed) {
        var link = item.getLink();
        var page = link == null ? null : PageBook.linkOf(link);
        return TrialItem.newBuilder()
                .setTitle(item.getTitle() == null ? null : cut(item.getTitle(), LONGEST_TITLE))
                .setLink(link)
                .setPublished(item.getPublished())
                .setSeen(page != null && pages.knows(page))
                .setAllowed(link == null ? null : allowed.get(link))
                .build();
    }

    private static boolean isFresh(TrialItem item) {
        return item.getLink() != null && !item.getSeen() && !Boolean.FALSE.equals(item.getAllowed());
    }

    private static @Nullable String robots(@Nullable RobotsVerdict verdict) {
        if (verdict == null) {
            return null;
        }
        var pause = verdict.crawlDelay() == null
                ? ""
                : ", and asks for " + verdict.crawlDelay().toSeconds() + " s between requests";
        return cut((verdict.allowed() ? "allows it" : verdict.reason()) + pause, LONGEST_TEXT);
    }

    private static @Nullable String problem(Answer answer, Fetched.@Nullable Listing listing) {
        if (answer instanceof Answer.Refused refused) {
            var label = refused.reason().label().replace('_', ' ');
            return cut(GUARDED.getOrDefault(refused.reason(), label) + ": " + refused.detail(), LONGEST_TEXT);
        }
        if (answer instanceof Answer.Missing || answer instanceof Answer.Gone) {
            return "There is nothing at this address.";
        }
        return listing == null || listing.problem() == null
                ? null
                : cut("It is no feed: " + listing.problem(), LONGEST_TEXT);
    }

    private static String cut(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }
}
