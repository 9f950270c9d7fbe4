package dev.dateline.standalone.command;

import dev.dateline.fetcher.http.Answer;
import dev.dateline.fetcher.http.RedirectRule;
import dev.dateline.fetcher.http.Request;
import dev.dateline.fetcher.http.Terms;
import dev.dateline.fetcher.work.Web;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.pipeline.feed.Feed;
import dev.dateline.pipeline.feed.FeedLinks;
import dev.dateline.pipeline.feed.FeedProblem;
import dev.dateline.pipeline.feed.FeedResult;
import dev.dateline.pipeline.feed.FoundFeed;
import dev.dateline.pipeline.feed.FoundFeed.Basis;
import dev.dateline.pipeline.feed.PageLinks;
import dev.dateline.pipeline.feed.SitemapIndex;
import dev.dateline.pipeline.feed.SitemapParser;
import dev.dateline.schema.FeedItem;
import dev.dateline.schema.SourceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the feeds and sitemaps of one site: those that its page and its robots.txt name. Each is asked for once, one after
 * another with a pause between, and only where robots.txt allows: nobody has named them to us.
 */
final class Discovery {
    /** Between two requests. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final int MOST = 20;
    /** A page with fewer links to articles is no list of them. */
    private static final int FEW = 5;

    private final Web web;
    private final Duration pause;

    Discovery(Web web, Duration pause) {
        this.web = web;
        this.pause = pause;
    }

    /**
     * What a poll of an address would give.
     *
     * @param title what the feed calls itself, else what the page calls it
     * @param newest null when no item has a date
     * @param problem why it cannot be polled; null when it can
     * @param basis how it was found, for people
     */
    record Candidate(
            String url,
            SourceKind kind,
            @Nullable String title,
            int items,
            @Nullable Instant newest,
            @Nullable String problem,
            String basis) {}

    List<Candidate> of(WebUrl page) throws InterruptedException {
        var robotsUrl = page.origin() + "/robots.txt";
        var robots = fetch(Request.text(robotsUrl));
        var sitemaps = robots instanceof Answer.Content content
                ? FeedLinks.inRobots(content.body(), robotsUrl)
                : List.<FoundFeed>of();
        var found = new LinkedHashMap<String, FoundFeed>();
        var content = content(page);
        Stream.concat(named(content).stream(), sitemaps.stream()).forEach(feed -> found.putIfAbsent(feed.url(), feed));
        var candidates = new ArrayList<Candidate>();
        for (var feed : found.values().stream().limit(MOST).toList()) {
            candidates.add(tried(feed));
        }
        if (content != null && candidates.stream().allMatch(candidate -> candidate.problem() != null)) {
            candidates.addAll(itself(content));
        }
        return candidates;
    }

    private Answer.@Nullable Content content(WebUrl page) throws InterruptedException {
        return objectionTo(page).isEmpty() && fetch(Request.page(page.toString())) instanceof Answer.Content content
                ? content
                : null;
    }

    /** Gives the page as a source of its own, when it lists articles: better than nothing, where a site has no feed. */
    private static List<Candidate> itself(Answer.Content content) {
        var url = content.trip().finalUrl();
        var links = PageLinks.of(content.body(), content.headers().contentType(), url);
        return links.size() < FEW
                ? List.of()
                : List.of(new Candidate(
                        url, SourceKind.PAGE, null, links.size(), null, null, "its links look like articles"));
    }

    /** Gives what a page names; the page itself when it is a feed. */
    private List<FoundFeed> named(Answer.@Nullable Content content) {
        if (content == null) {
            return List.of();
        }
        var url = content.trip().finalUrl();
        return read(content) instanceof FeedProblem
                ? FeedLinks.inPage(content.body(), content.headers().contentType(), url)
                : List.of(new FoundFeed(url, null, Basis.DECLARED));
    }

    private Candidate tried(FoundFeed feed) throws InterruptedException {
        var kind = feed.basis() == Basis.ROBOTS ? SourceKind.SITEMAP : SourceKind.FEED;
        if (objectionTo(WebUrl.parse(feed.url()).orElseThrow()).isPresent()) {
            return failed(feed, kind, "robots.txt forbids it");
        }
        var answer = fetch(Request.feed(feed.url()));
        if (answer instanceof Answer.Content content) {
            return candidate(feed, kind, read(content));
        }
        return failed(
                feed,
                kind,
                answer instanceof Answer.Refused refused
                        ? refused.reason().label().replace('_', ' ') + ", " + refused.detail()
                        : "status " + answer.status());
    }

    private static Candidate candidate(FoundFeed found, SourceKind kind, FeedResult result) {
        if (result instanceof FeedProblem problem) {
            return failed(
                    found, kind, "it is no feed: " + problem.kind().label().replace('_', ' '));
        }
        if (result instanceof SitemapIndex index) {
            var newest = index.parts().stream()
                    .map(SitemapIndex.Part::changed)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder());
            return new Candidate(
                    found.url(),
                    SourceKind.SITEMAP,
                    null,
                    index.parts().size(),
                    newest.orElse(null),
                    null,
                    "an index; " + basis(found));
        }
        var feed = (Feed) result;
        var newest = feed.entries().stream()
                .map(entry -> published(entry.item()))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        return new Candidate(
                found.url(),
                feed.format() == Feed.Format.SITEMAP ? SourceKind.SITEMAP : SourceKind.FEED,
                feed.title() == null ? found.title() : feed.title(),
                feed.entries().size(),
                newest.orElse(null),
                null,
                basis(found));
    }

    private static Candidate failed(FoundFeed found, SourceKind kind, String problem) {
        return new Candidate(found.url(), kind, found.title(), 0, null, problem, basis(found));
    }

    private static String basis(FoundFeed found) {
        return switch (found.basis()) {
            case DECLARED -> "declared by the page";
            case LINKED -> "linked from the page";
            case ROBOTS -> "named by robots.txt";
        };
    }

    private static Optional<Instant> published(FeedItem item) {
        return Optional.ofNullable(item.getPublished()).or(() -> Optional.ofNullable(item.getUpdated()));
    }

    private static FeedResult read(Answer.Content content) {
        return SitemapParser.parse(
                content.body(), content.headers().contentType(), content.trip().finalUrl());
    }

    private Optional<RedirectRule.Objection> objectionTo(WebUrl url) {
        return web.knownRules(url)
                .orElseGet(() -> web.readRules(url, Terms.USUAL))
                .objection(Instant.now());
    }

    private Answer fetch(Request request) throws InterruptedException {
        Thread.sleep(pause.toMillis());
        return web.fetch(request.followingOnly(this::objectionTo));
    }
}
