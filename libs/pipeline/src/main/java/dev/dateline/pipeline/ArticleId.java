package dev.dateline.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
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
        var hash = sha256().digest(url.value().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
