package dev.dateline.pipeline;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the publisher's address in that of a copy that a search engine keeps of an AMP page (AMP Cache URL format): the copy
 * names it in its path, and is no place of its own.
 */
final class AmpCache {
    private static final Pattern HOST = Pattern.compile(
            "(?:[^.]+\\.){0,20}(?:cdn\\.ampproject\\.org|bing-amp\\.com)|(?:www\\.)?google\\.[a-z.]{2,6}");
    /** {@code /c/s/host/path}, for content, without {@code s} when the page is not secure; Google's viewer has {@code /amp/}. */
    private static final Pattern PATH =
            Pattern.compile("^/(?<kind>c|v|amp)/(?<secure>s/)?(?<rest>[^/]+\\.[^/]+(?:/.*)?)$");

    private static final String VIEWER = "amp";

    private AmpCache() {}

    /** Gives the publisher's address; empty when the address is of no copy. */
    static Optional<WebUrl> original(WebUrl url) {
        var path = PATH.matcher(url.path());
        if (!HOST.matcher(url.host()).matches() || !path.matches()) {
            return Optional.empty();
        }
        var isViewer = url.host().contains("google.");
        if (isViewer != path.group("kind").equals(VIEWER)) {
            return Optional.empty();
        }
        var query = url.query() == null ? "" : "?" + url.query();
        return WebUrl.parse((path.group("secure") == null ? "http://" : "https://") + path.group("rest") + query);
    }
}
