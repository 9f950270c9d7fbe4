package dev.dateline.pipeline;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An absolute http or https address, read with a browser's tolerance (WHATWG URL Standard, special schemes) and written so
 * that a strict reader (RFC 3986) accepts it: backslashes, stray white space, missing slashes and raw characters are mended,
 * dot segments resolved, hosts in lower-case ASCII, IPv4 addresses in dotted form whatever form they came in.
 *
 * <p>Stricter than a browser in two ways: user information is refused, since it is only there to deceive, and a percent sign
 * that encodes nothing becomes {@code %25}.
 *
 * @param port -1 when it is the scheme's default
 * @param path starts with a slash
 */
public record WebUrl(
        String scheme,
        String host,
        int port,
        String path,
        @Nullable String query,
        @Nullable String fragment) {
    /** Longest address that is read, in characters. */
    public static final int MAX_LENGTH = 2_048;

    private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
    private static final Pattern TABS_AND_LINE_ENDS = Pattern.compile("[\\t\\r\\n]");

    /** Reads an absolute address; empty when it is none that the web could answer. */
    public static Optional<WebUrl> parse(String text) {
        var url = clean(text);
        var scheme = schemeOf(url);
        if (!isWeb(scheme) || url.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        var afterSlashes = url.substring(skipSlashes(url, scheme.length() + 1));
        var end = authorityEnd(afterSlashes);
        var rest = UrlRest.of(afterSlashes.substring(end));
        return WebAuthority.parse(scheme, afterSlashes.substring(0, end))
                .flatMap(authority -> within(new WebUrl(
                        scheme,
                        authority.host(),
                        authority.port(),
                        UrlPath.normalize(rest.path()),
                        rest.query(),
                        rest.fragment())));
    }

    /** Resolves what a link says against this address; empty when the result is no web address. */
    public Optional<WebUrl> resolve(String reference) {
        var text = clean(reference);
        if (!schemeOf(text).isEmpty()) {
            return parse(text);
        }
        if (text.length() > 1 && isSlash(text.charAt(0)) && isSlash(text.charAt(1))) {
            return parse(scheme + ":" + text);
        }
        var rest = UrlRest.of(text);
        if (rest.path().isEmpty()) {
            var sameQuery = rest.query() == null ? query : rest.query();
            return within(new WebUrl(scheme, host, port, path, sameQuery, rest.fragment()));
        }
        var merged =
                rest.path().startsWith("/") ? rest.path() : path.substring(0, path.lastIndexOf('/') + 1) + rest.path();
        return within(new WebUrl(scheme, host, port, UrlPath.normalize(merged), rest.query(), rest.fragment()));
    }

    /** Gives the port to connect to. */
    public int effectivePort() {
        return port >= 0 ? port : defaultPort(scheme);
    }

    /** Gives the address of the whole site: scheme, host and port, without a slash at the end. */
    public String origin() {
        return scheme + "://" + host + (port < 0 ? "" : ":" + port);
    }

    /** Gives the same address without its fragment, which no server sees. */
    public WebUrl withoutFragment() {
        return fragment == null ? this : new WebUrl(scheme, host, port, path, query, null);
    }

    @Override
    public String toString() {
        return origin() + path + (query == null ? "" : "?" + query) + (fragment == null ? "" : "#" + fragment);
    }

    static int defaultPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }

    private static Optional<WebUrl> within(WebUrl url) {
        return url.toString().length() > MAX_LENGTH ? Optional.empty() : Optional.of(url);
    }

    private static String clean(String text) {
        return TABS_AND_LINE_ENDS.matcher(PercentEncoding.trim(text)).replaceAll("");
    }

    private static String schemeOf(String url) {
        var matcher = SCHEME.matcher(url);
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }

    private static int skipSlashes(String url, int from) {
        var start = from;
        while (start < url.length() && isSlash(url.charAt(start))) {
            start++;
        }
        return start;
    }

    private static int authorityEnd(String text) {
        var end = 0;
        while (end < text.length() && !isSlash(text.charAt(end)) && "?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static boolean isWeb(String scheme) {
        return scheme.equals("http") || scheme.equals("https");
    }

    private static boolean isSlash(char c) {
        return c == '/' || c == '\\';
    }
}
