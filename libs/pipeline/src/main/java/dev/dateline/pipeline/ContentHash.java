package dev.dateline.pipeline;

import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.HexFormat;

/** SHA-256 over a title and a text, so that equal content has an equal hash: white space and Unicode forms do not count. */
public final class ContentHash {
    private static final char FIRST_COMBINING = '\u0300';
    /** Where the characters of two and of three bytes begin. */
    private static final char FIRST_OF_TWO = '\u0080';

    private static final char FIRST_OF_THREE = '\u0800';
    /** Bytes of one character of a string, at most. */
    private static final int MOST_BYTES = 3;

    private static final int NOT_SIMPLE = -1;

    private ContentHash() {}

    /** Gives 64 lower-case hex digits. */
    public static String of(String title, String text) {
        var digest = Sha256.begin();
        add(title, digest);
        digest.update((byte) '\n');
        add(text, digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(String text, MessageDigest digest) {
        var chars = text.strip().toCharArray();
        var bytes = new byte[chars.length * MOST_BYTES];
        int length = utf8(chars, bytes, true);
        if (length == NOT_SIMPLE) {
            chars = Normalizer.normalize(text, Normalizer.Form.NFC).strip().toCharArray();
            bytes = new byte[chars.length * MOST_BYTES];
            length = utf8(chars, bytes, false);
        }
        digest.update(bytes, 0, length);
    }

    /**
     * Writes a text as UTF-8 with single spaces, in one pass: encoding, then looking at every byte, took three times as long.
     *
     * @return how many bytes it has, or {@link #NOT_SIMPLE}
     */
    private static int utf8(char[] text, byte[] into, boolean mustBeSimple) {
        int length = 0;
        boolean isBehindSpace = false;
        for (int i = 0; i < text.length; i++) {
            char c = text[i];
            boolean isSpace = c <= ' ' && isSpace(c);
            if (c < FIRST_OF_TWO) {
                if (!isSpace || !isBehindSpace) {
                    into[length++] = isSpace ? (byte) ' ' : (byte) c;
                }
            } else if (c >= FIRST_COMBINING && mustBeSimple && !isSimple(c)) {
                return NOT_SIMPLE;
            } else {
                int point = Character.codePointAt(text, i);
                length = put(point, into, length);
                i += Character.charCount(point) - 1;
            }
            isBehindSpace = isSpace;
        }
        return length;
    }

    /** Writes a character beyond ASCII (RFC 3629); half of one becomes a question mark, as in Java's own encoder. */
    private static int put(int point, byte[] into, int at) {
        int to = at;
        if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
            into[to++] = '?';
            return to;
        }
        if (point < FIRST_OF_THREE) {
            into[to++] = (byte) (0xC0 | point >> 6);
        } else if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT) {
            into[to++] = (byte) (0xE0 | point >> 12);
            into[to++] = (byte) (0x80 | point >> 6 & 0x3F);
        } else {
            into[to++] = (byte) (0xF0 | point >> 18);
            into[to++] = (byte) (0x80 | point >> 12 & 0x3F);
            into[to++] = (byte) (0x80 | point >> 6 & 0x3F);
        }
        into[to++] = (byte) (0x80 | point & 0x3F);
        return to;
    }

    /** Whether a character can neither compose with another nor is composed otherwise; below U+0300 none does. */
    private static boolean isSimple(char c) {
        return isPunctuation(c) || isCyrillic(c) || isHan(c);
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

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
