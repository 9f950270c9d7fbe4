package dev.dateline.pipeline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** SHA-256 over a title and a text, so that equal content has an equal hash: white space and Unicode forms do not count. */
public final class ContentHash {
    private static final char FIRST_COMBINING = '\u0300';

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
        var composed = isSimple(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        var single = new char[composed.length()];
        int length = 0;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            boolean space = isSpace(c);
            if (!space || i == 0 || !isSpace(composed.charAt(i - 1))) {
                single[length++] = space ? ' ' : c;
            }
        }
        return new String(single, 0, length).strip();
    }

    /** Whether a text has no character that could compose with another: those begin at U+0300. */
    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_COMBINING && !isPunctuation(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPunctuation(char c) {
        return c >= '\u2010' && c <= '\u2027';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
