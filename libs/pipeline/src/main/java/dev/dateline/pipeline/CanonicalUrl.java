package dev.dateline.pipeline;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The one form of an article's address that identity is made of. Canonicalising is idempotent.
 *
 * @param value an absolute http or https URL without fragment
 */
public record CanonicalUrl(String value) {

    /** Canonicalises an address; empty when it is no absolute http or https URL. */
    public static Optional<CanonicalUrl> parse(String url) {
        try {
            var uri = new URI(url.strip()).normalize();
            var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            if (uri.getHost() == null || !(scheme.equals("http") || scheme.equals("https"))) {
                return Optional.empty();
            }
            return Optional.of(new CanonicalUrl(new URI(
                            scheme,
                            null,
                            uri.getHost().toLowerCase(Locale.ROOT),
                            uri.getPort(),
                            uri.getPath(),
                            uri.getQuery(),
                            null)
                    .toString()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
