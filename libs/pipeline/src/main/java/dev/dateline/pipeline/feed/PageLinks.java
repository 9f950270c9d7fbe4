package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.Site;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.DateDoubt;
import dev.dateline.schema.FeedItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads a page that lists articles, such as a site's front page or one of its sections, as a feed is read. Pure.
 *
 * <p>The idea: a link to an article says so twice, by the shape of its address ({@link LinkShape}) and by a text that is a headline
 * ({@link LinkText}); what leads elsewhere seldom does both. Neither needs to be learnt of the site. A page says no dates that could
 * be told from others, so the items have none.
 */
public final class PageLinks {
    static {
        Contracts.trust();
    }

    /** Links to articles that are given. */
    public static final int MOST = 500;

    /** Links that are looked at. */
    private static final int MOST_SEEN = 10_000;
    /** Points of address, text and place together that make an article. */
    private static final int ENOUGH = 4;
    /** A text that so many links have says what they do ("Read more"), not where they lead. */
    private static final int REPEATED = 3;

    private static final int LONGEST_TITLE = 300;
    private static final String CHROME =
            "nav, footer, form, [role=navigation], [role=contentinfo], [role=search], [role=menu], [aria-hidden=true] ";
    private static final String HEADINGS = "h1, h2, h3, h4, h5";
    private static final String PLACES = HEADINGS + ", article";

    private PageLinks() {}

    /**
     * Gives what looks like articles of the page's own site, in the order of the page, each once.
     *
     * @param contentType as the server sent it; it may be wrong or null
     * @param url where the page was found, after redirects
     */
    public static List<FeedItem> of(byte[] page, @Nullable String contentType, String url) {
        var document = PageDocument.parse(page, contentType, url);
        var own = WebUrl.parse(url).orElse(null);
        var base = WebUrl.parse(document.baseUri()).orElse(own);
        if (own == null || base == null) {
            return List.of();
        }
        var found = new LinkedHashMap<String, Target>();
        document.select("a[href]").stream()
                .limit(MOST_SEEN)
                .forEach(link -> base.resolve(link.attr("href"))
                        .map(WebUrl::withoutFragment)
                        .filter(target -> isOfSite(own, target) && !LinkShape.isNone(target))
                        .filter(target -> link.closest(CHROME) == null)
                        .ifPresent(target -> found.computeIfAbsent(target.toString(), any -> new Target(target))
                                .add(link)));
        found.remove(own.withoutFragment().toString());
        var repeated = repeated(found);
        return found.values().stream()
                .flatMap(target -> target.item(repeated).stream())
                .limit(MOST)
                .toList();
    }

    /** A site and its subdomains are one: many keep each section under a name of its own. */
    private static boolean isOfSite(WebUrl own, WebUrl target) {
        var mine = Site.of(own);
        var other = Site.of(target);
        return mine.equals(other) || mine.endsWith("." + other) || other.endsWith("." + mine);
    }

    private static Set<String> repeated(Map<String, Target> found) {
        var count = new HashMap<String, Integer>();
        found.values()
                .forEach(target -> new HashSet<>(target.texts).forEach(text -> count.merge(text, 1, Integer::sum)));
        count.values().removeIf(number -> number < REPEATED);
        return count.keySet();
    }

    /** An address and what the links to it say: often a picture, a headline and "read more". */
    private static final class Target {
        private final WebUrl url;
        private final List<String> texts = new ArrayList<>();
        private boolean isPlaced;

        Target(WebUrl url) {
            this.url = url;
        }

        void add(Element link) {
            isPlaced |= link.closest(PLACES) != null || link.selectFirst(HEADINGS) != null;
            var heading = link.selectFirst(HEADINGS);
            var text = heading == null ? link.text() : heading.text();
            add(text.isBlank() ? link.attr("title") : text);
        }

        private void add(String text) {
            var title = text.strip();
            if (!title.isEmpty() && title.length() <= LONGEST_TITLE) {
                texts.add(title);
            }
        }

        Optional<FeedItem> item(Set<String> repeated) {
            return title(repeated)
                    .filter(title -> LinkText.points(title) > 0
                            && LinkShape.points(url) + LinkText.points(title) + (isPlaced ? 1 : 0) >= ENOUGH)
                    .map(title -> FeedItem.newBuilder()
                            .setLink(url.toString())
                            .setTitle(FeedLimits.DEFAULT.shortText(Optional.of(title)))
                            .setPublishedDoubt(DateDoubt.MISSING)
                            .setUpdatedDoubt(DateDoubt.MISSING)
                            .build());
        }

        /** The first text that is most of a headline. */
        private Optional<String> title(Set<String> repeated) {
            String best = null;
            for (var text : texts) {
                if (!repeated.contains(text) && (best == null || LinkText.points(text) > LinkText.points(best))) {
                    best = text;
                }
            }
            return Optional.ofNullable(best);
        }
    }
}
