package dev.dateline.standalone.newsroom;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The web site of one outlet: front page, robots.txt, feed and articles. Thread-safe. */
final class OutletSite {
    private final Newsroom newsroom;
    private final Outlet outlet;
    private final Edition edition;
    private final Ledger ledger;
    private final PageWriter pages;
    private final OutletFeed feed;
    private final Map<String, Article> articles = new HashMap<>();

    OutletSite(Newsroom newsroom, Outlet outlet, Edition edition, Ledger ledger) {
        this.newsroom = newsroom;
        this.outlet = outlet;
        this.edition = edition;
        this.ledger = ledger;
        pages = new PageWriter(outlet, edition);
        feed = new OutletFeed(outlet, edition, ledger);
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
            return feed.answer();
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
        var gone = number > 1 && goes(article);
        if (reading
                && (gone
                        || (!article.marks().gone() && number >= article.texts().size()))) {
            ledger.tell(article);
        }
        if (gone) {
            return html(410, "<h1>410</h1>", null);
        }
        var changed = ledger.changed(article, edition.published(article), number > 1);
        return html(200, pages.write(article, number), changed.toInstant());
    }

    /** An article that goes before its copies came would make one of them the original. */
    private boolean goes(Article article) {
        return article.marks().gone()
                && newsroom.copiesOf(article).stream().allMatch(copy -> ledger.settled(copy.id()));
    }

    private String frontPage() {
        var links = feed.listed()
                .map(article -> "<li>" + Html.link(edition.url(article), pages.title(article)) + "</li>")
                .collect(Collectors.joining("\n"));
        return "<!doctype html><html lang=\"" + outlet.settings().language() + "\"><title>"
                + Html.escape(outlet.settings().name()) + "</title><ul>\n" + links + "\n</ul></html>";
    }

    private Reply html(int status, String html, @Nullable Instant lastModified) {
        return new Reply(status, outlet.settings().contentType(), html.getBytes(outlet.charset()), lastModified);
    }
}
