package dev.dateline.standalone.newsroom;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The web site of one outlet: front page, robots.txt, feed and articles. Thread-safe. */
final class OutletSite {
    /** How long after its original was first read a copy appears, so that it comes second on the way through. */
    static final Duration COPYING_TAKES = Duration.ofSeconds(1);

    private final Outlet outlet;
    private final Edition edition;
    private final Ledger ledger;
    private final PageWriter pages;
    private final FeedWriter feeds;
    private final Map<String, Article> articles = new HashMap<>();

    OutletSite(Outlet outlet, Edition edition, Ledger ledger) {
        this.outlet = outlet;
        this.edition = edition;
        this.ledger = ledger;
        pages = new PageWriter(outlet, edition);
        feeds = FeedWriter.of(outlet.settings().feed().kind());
        outlet.articles().forEach(article -> articles.put(edition.path(article), article));
    }

    /**
     * Answers a request.
     *
     * @param reading whether somebody reads what is answered, which a HEAD request does not
     */
    Reply answer(URI target, boolean reading) {
        var path = target.getPath();
        if (path.equals("/robots.txt")) {
            return Reply.text(200, "User-agent: *\nDisallow: /search\nDisallow: /admin/\n");
        }
        if (path.equals("/")) {
            return html(200, frontPage(), null);
        }
        if (path.equals(outlet.settings().feed().path())) {
            return feed();
        }
        var article = articles.get(withoutTracking(target));
        return article == null ? html(404, "<h1>404</h1>", null) : page(article, reading);
    }

    private String withoutTracking(URI target) {
        if (target.getQuery() == null) {
            return target.getPath();
        }
        var tracking = outlet.trackingNames();
        var query = Stream.of(target.getQuery().split("&"))
                .filter(parameter -> !tracking.contains(parameter.split("=", 2)[0]))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? target.getPath() : target.getPath() + "?" + query;
    }

    private Reply page(Article article, boolean reading) {
        var number = reading ? ledger.read(article) : ledger.readings(article) + 1;
        if (number > 1 && article.marks().gone()) {
            return html(410, "<h1>410</h1>", null);
        }
        return html(
                200, pages.write(article, number), changed(article, number > 1).toInstant());
    }

    private ZonedDateTime changed(Article article, boolean readBefore) {
        var published = edition.published(article);
        return readBefore && article.texts().size() > 1
                ? ledger.firstRead(article.id())
                        .map(time -> time.atZone(outlet.zone()))
                        .orElse(published)
                : published;
    }

    private Reply feed() {
        var entries = inFeed().map(this::entry).toList();
        var settings = outlet.settings();
        var charset = settings.feed().kind() == FeedKind.JSON ? StandardCharsets.UTF_8 : outlet.charset();
        var document = new FeedDocument(
                settings.name(), edition.home(outlet), edition.feedUrl(outlet), settings.language(), charset, entries);
        var type = feeds.mediaType() + "; charset=" + charset.name().toLowerCase(Locale.ROOT);
        return new Reply(200, type, feeds.write(document), newest(entries));
    }

    private static Instant newest(List<FeedDocument.Entry> entries) {
        return entries.stream()
                .map(entry -> entry.updated().toInstant())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private Stream<Article> inFeed() {
        var now = ledger.now();
        return outlet.articles().stream().filter(article -> {
            var after = article.marks().after();
            return after == null
                    || ledger.firstRead(after)
                            .filter(time -> !now.isBefore(time.plus(COPYING_TAKES)))
                            .isPresent();
        });
    }

    private FeedDocument.Entry entry(Article article) {
        var marks = article.marks();
        return new FeedDocument.Entry(
                article.id(),
                tracked(edition.url(article)),
                pages.title(article),
                marks.summary(),
                marks.authors(),
                marks.section(),
                article.language(),
                edition.published(article),
                changed(article, ledger.readings(article) > 0));
    }

    private String tracked(String url) {
        var tracking = outlet.settings().tracking();
        return tracking.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + tracking;
    }

    private String frontPage() {
        var links = inFeed().map(article -> "<li>" + Html.link(edition.url(article), pages.title(article)) + "</li>")
                .collect(Collectors.joining("\n"));
        return "<!doctype html><html lang=\"" + outlet.settings().language() + "\"><title>"
                + Html.escape(outlet.settings().name()) + "</title><ul>\n" + links + "\n</ul></html>";
    }

    private Reply html(int status, String html, @Nullable Instant lastModified) {
        return new Reply(status, outlet.settings().contentType(), html.getBytes(outlet.charset()), lastModified);
    }
}
