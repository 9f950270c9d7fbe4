package dev.dateline.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** SHA-256 over a title and a text, so that equal content has an equal hash: white space and Unicode forms do not count. */
public final class ContentHash {
    private ContentHash() {}

    /** Gives 64 lower-case hex digits. */
    public static String of(String title, String text) {
        try {
            var bytes = (normal(title) + "\n" + normal(text)).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String normal(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        var single = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (!isSpace(c)) {
                single.append(c);
            } else if (i == 0 || !isSpace(composed.charAt(i - 1))) {
                single.append(' ');
            }
        }
        return single.toString().strip();
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
