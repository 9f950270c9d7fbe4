package dev.dateline.pipeline;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;

/** SHA-256 over a title and a text, so that equal content has an equal hash: white space and Unicode forms do not count. */
public final class ContentHash {
    private static final char FIRST_COMBINING = '\u0300';
    /** Where the characters of two and of three bytes begin. */
    private static final char FIRST_OF_TWO = '\u0080';

    private static final char FIRST_OF_THREE = '\u0800';
    /** Bytes of a character, at most. */
    private static final int LONGEST = 4;

    private static final int PIECE = 4_096;

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

    /** Adds a text with single spaces, in one pass and piece by piece: the whole as bytes would be made only to be read once. */
    private static void add(String text, MessageDigest digest) {
        var composed = (isSimple(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC)).strip();
        var piece = new byte[PIECE];
        int length = 0;
        boolean isBehindSpace = false;
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            boolean isSpace = c <= ' ' && isSpace(c);
            if (length > PIECE - LONGEST) {
                digest.update(piece, 0, length);
                length = 0;
            }
            if (c >= FIRST_OF_TWO) {
                int point = composed.codePointAt(i);
                length = put(point, piece, length);
                i += Character.charCount(point) - 1;
            } else if (!isSpace || !isBehindSpace) {
                piece[length++] = isSpace ? (byte) ' ' : (byte) c;
            }
            isBehindSpace = isSpace;
        }
        digest.update(piece, 0, length);
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
