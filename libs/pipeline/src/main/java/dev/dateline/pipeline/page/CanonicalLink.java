package dev.dateline.pipeline.page;

import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.pipeline.Site;
import dev.dateline.pipeline.WebUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/**
 * Finds the address that an article's page is known by: its {@code rel=canonical} (RFC 6596) when that can be believed,
 * else the address that it was fetched from.
 *
 * <p>Believed is one link, in the head, to the same site, and not to the site's home page: templates that name the home
 * page on every article would make all of them one.
 */
public final class CanonicalLink {
    /** How much of a page is read, in bytes. Heads with inlined styles reach a few ten thousand. */
    public static final int SCANNED_BYTES = 128 * 1024;

    private static final Pattern CANONICAL = Pattern.compile("(?i)(?:^|\\s)canonical(?:\\s|$)");

    private CanonicalLink() {}

    /**
     * Gives the address that identity is made of.
     *
     * @param finalUrl where the page was found, after redirects
     * @param body the page's first bytes or all of them; anything that is no HTML declares nothing
     * @return empty only when {@code finalUrl} is no web address
     */
    public static Optional<CanonicalUrl> of(String finalUrl, byte[] body) {
        return WebUrl.parse(finalUrl).map(page -> {
            var own = CanonicalUrl.of(page);
            return declared(page, body).orElse(own);
        });
    }

    private static Optional<CanonicalUrl> declared(WebUrl page, byte[] body) {
        var links = links(page, body);
        return links.size() == 1
                ? Optional.of(links.get(0))
                        .filter(link -> isBelieved(page, link))
                        .map(CanonicalUrl::of)
                : Optional.empty();
    }

    private static List<WebUrl> links(WebUrl page, byte[] body) {
        // Attribute names and encoded addresses are ASCII, whatever the charset: none needs to be detected here.
        var read = body.length > SCANNED_BYTES ? Arrays.copyOf(body, SCANNED_BYTES) : body;
        var tags = PageHead.baseAndCanonical(read);
        if (tags.isEmpty()) {
            return List.of();
        }
        return Jsoup.parse(tags, page.toString()).select("link[rel][href]").stream()
                .filter(link -> CANONICAL.matcher(link.attr("rel")).find())
                .flatMap(link -> resolve(page, link).stream())
                .distinct()
                .toList();
    }

    private static Optional<WebUrl> resolve(WebUrl page, Element link) {
        var href = link.attr("href");
        return href.isBlank()
                ? Optional.empty()
                : WebUrl.parse(link.baseUri()).orElse(page).resolve(href);
    }

    private static boolean isBelieved(WebUrl page, WebUrl link) {
        return Site.of(page).equals(Site.of(link)) && (!isHome(link) || isHome(page));
    }

    private static boolean isHome(WebUrl url) {
        return url.path().equals("/") && url.query() == null;
    }
}
