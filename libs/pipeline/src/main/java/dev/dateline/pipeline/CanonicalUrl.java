package dev.dateline.pipeline;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one form of an article's address that identity is made of. Canonicalising is idempotent.
 *
 * <p>On top of what {@link WebUrl} mends, the fragment, session ids and tracking parameters go, escapes take one form, and
 * the query's parameters are sorted by name. Parameters of the same name keep their order, since a server may read them as
 * a list; the order of different names means nothing to nearly every server, but differs from link to link. Scheme, {@code
 * www.} and a slash at the end stay as they are: servers do tell these apart, and redirects and {@link dev.dateline.pipeline.page.CanonicalLink} settle
 * them with the site's own word; pages for telephones and AMP pages name the page that they stand for. A search engine's copy of
 * an AMP page is the publisher's page.
 *
 * @param value an absolute http or https URL without fragment
 */
public record CanonicalUrl(String value) {
    /** Session ids that servers write into the path: {@code ;jsessionid=...} and ASP.NET's {@code /(S(...))/}. */
    private static final Pattern SESSION_IN_PATH =
            Pattern.compile("(?i);(?:jsessionid|phpsessid|sid|sessionid)=[^/;]*|/\\((?:[ASF]\\([^/)]*\\))++\\)(?=/)");

    /** Canonicalises an address; empty when it is no absolute http or https URL. */
    public static Optional<CanonicalUrl> parse(String url) {
        return WebUrl.parse(url).map(CanonicalUrl::of);
    }

    /** Canonicalises an address that was read already. */
    public static CanonicalUrl of(WebUrl url) {
        var path = withoutSession(PercentEncoding.normalize(url.path()));
        var query = url.query() == null ? null : CanonicalQuery.of(PercentEncoding.normalize(url.query()));
        var bare = new WebUrl(url.scheme(), url.host(), url.port(), path, query, null);
        return AmpCache.original(bare).map(CanonicalUrl::of).orElseGet(() -> new CanonicalUrl(bare.toString()));
    }

    /** What is left may look like a dot segment, or like another session: until it does not. */
    private static String withoutSession(String path) {
        var before = path;
        var after = UrlPath.normalize(SESSION_IN_PATH.matcher(before).replaceAll(""));
        while (!after.equals(before)) {
            before = after;
            after = UrlPath.normalize(SESSION_IN_PATH.matcher(before).replaceAll(""));
        }
        return after;
    }

    @Override
    public String toString() {
        return value;
    }
}
