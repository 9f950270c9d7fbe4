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
            var digest = MessageDigest.getInstance("SHA-256");
            add(title, digest);
            digest.update((byte) '\n');
            add(text, digest);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds a text with single spaces; no byte of a longer character is taken for one. */
    private static void add(String text, MessageDigest digest) {
        var composed = isSimple(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        var bytes = composed.strip().getBytes(StandardCharsets.UTF_8);
        int length = 0;
        boolean isBehindSpace = false;
        for (byte each : bytes) {
            boolean space = isSpace(each);
            if (!space || !isBehindSpace) {
                bytes[length++] = space ? (byte) ' ' : each;
            }
            isBehindSpace = space;
        }
        digest.update(bytes, 0, length);
    }

    /** Whether a text has no character that could compose with another, or is composed otherwise: those begin at U+0300. */
    private static boolean isSimple(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_COMBINING && !isPunctuation(c) && !isCyrillic(c) && !isHan(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPunctuation(char c) {
        return c >= '\u2010' && c <= '\u2027';
    }

    /** Its letters; the marks between them combine. */
    private static boolean isCyrillic(char c) {
        return (c >= '\u0400' && c <= '\u0482') || (c >= '\u048a' && c <= '\u052f');
    }

    /** The unified ideographs and the punctuation that goes with them. */
    private static boolean isHan(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c >= '\u3000' && c <= '\u3020') || c == '\uff0c';
    }

    private static boolean isSpace(byte c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
