package dev.dateline.pipeline;

import java.util.HexFormat;

/**
 * Identity of an article: the first 16 bytes of SHA-256 over its {@link CanonicalUrl}, in lower-case hex (32 characters).
 *
 * <p>Decided once, by whoever brings the article in; no later stage changes it. At a billion articles the odds of two
 * with one identity are about 1 in 10^21.
 */
public final class ArticleId {
    private static final int BYTES = 16;

    private ArticleId() {}

    /** Gives the identity of the article at an address. */
    public static String of(CanonicalUrl url) {
        return HexFormat.of().formatHex(Sha256.of(url.value()), 0, BYTES);
    }
}
