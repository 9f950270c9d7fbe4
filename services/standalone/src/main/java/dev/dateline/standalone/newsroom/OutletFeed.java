package dev.dateline.standalone.newsroom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** The feed of one outlet: what has appeared by now, in the outlet's format, or the trouble that it has. Thread-safe. */
final class OutletFeed {
    private final Outlet outlet;
    private final Edition edition;
    private final Ledger ledger;
    private final FeedWriter writer;
    private final Queue<FeedFailure> failures;

    OutletFeed(Outlet outlet, Edition edition, Ledger ledger) {
        this.outlet = outlet;
        this.edition = edition;
        this.ledger = ledger;
        writer = FeedWriter.of(outlet.settings().feed().kind());
        failures = new ConcurrentLinkedQueue<>(outlet.settings().feed().failures());
    }

    Reply answer() {
        var failure = failures.poll();
        if (failure == FeedFailure.ERROR) {
            return Reply.text(500, "Internal Server Error\n");
        }
        var whole = whole();
        return failure == FeedFailure.CUT ? cut(whole) : whole;
    }

    /** Gives the articles that a reader finds listed by now. */
    Stream<Article> listed() {
        var now = ledger.now();
        return outlet.articles().stream()
                .filter(article -> !now.isBefore(edition.appears(article)))
                .filter(article -> article.marks().after() == null
                        || ledger.settled(article.marks().after()));
    }

    private Reply whole() {
        var entries = listed().map(this::entry).toList();
        var settings = outlet.settings();
        var charset = charset();
        var document = new FeedDocument(
                settings.name(), edition.home(outlet), edition.feedUrl(outlet), settings.language(), charset, entries);
        var type = writer.mediaType() + "; charset=" + charset.name().toLowerCase(Locale.ROOT);
        return new Reply(200, type, writer.write(document), newest(entries));
    }

    private static Reply cut(Reply whole) {
        var half = Arrays.copyOf(whole.body(), whole.body().length / 2);
        return new Reply(whole.status(), whole.contentType(), half, whole.lastModified());
    }

    /** JSON and sitemaps are UTF-8 by definition. */
    private Charset charset() {
        return switch (outlet.settings().feed().kind()) {
            case JSON, SITEMAP -> StandardCharsets.UTF_8;
            case RSS, RSS_1, ATOM -> outlet.charset();
        };
    }

    private static Instant newest(List<FeedDocument.Entry> entries) {
        return entries.stream()
                .map(entry -> entry.updated().toInstant())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private FeedDocument.Entry entry(Article article) {
        var marks = article.marks();
        var title = marks.feedTitle() == null ? marks.title() : marks.feedTitle();
        return new FeedDocument.Entry(
                article.id(),
                tracked(edition.url(article)),
                edition.expand(article, title),
                marks.summary(),
                marks.authors(),
                marks.section(),
                article.language(),
                edition.published(article),
                ledger.changed(article, edition.published(article), ledger.readings(article) > 0));
    }

    private String tracked(String url) {
        var tracking = outlet.settings().tracking();
        return tracking.isEmpty() ? url : url + (url.contains("?") ? "&" : "?") + tracking;
    }
}
