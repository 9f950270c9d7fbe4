package dev.dateline.pipeline;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of RFC 3986, section 2: always UTF-8, upper-case hex. */
final class PercentEncoding {
    private static final String UNRESERVED_MARKS = "-._~";
    /** Sub-delimiters, and what path, query and fragment allow beside them. */
    private static final String ALLOWED_MARKS = UNRESERVED_MARKS + "!$&'()*+,;=:@";

    private PercentEncoding() {}

    /** Encodes what may not stand raw; an existing escape stays, a percent sign that begins none becomes {@code %25}. */
    static String encode(String text, String alsoAllowed) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            if (isLetterOrDigit(c)
                    || ALLOWED_MARKS.indexOf(c) >= 0
                    || alsoAllowed.indexOf(c) >= 0
                    || isEscape(text, i)) {
                out.appendCodePoint(c);
            } else {
                append(out, Character.toString(c));
            }
            i += Character.charCount(c);
        }
        return out.toString();
    }

    /** Gives the one form of an encoded text: escapes in upper case, and none where the raw character means the same. */
    static String normalize(String encoded) {
        var out = new StringBuilder(encoded.length());
        for (int i = 0; i < encoded.length(); i++) {
            if (!isEscape(encoded, i)) {
                out.append(encoded.charAt(i));
                continue;
            }
            var value = Character.digit(encoded.charAt(i + 1), 16) * 16 + Character.digit(encoded.charAt(i + 2), 16);
            if (isLetterOrDigit(value) || UNRESERVED_MARKS.indexOf(value) >= 0) {
                out.append((char) value);
            } else {
                append(out, value);
            }
            i += 2;
        }
        return out.toString();
    }

    /** Decodes a host's escapes; malformed UTF-8 gives replacement characters, which no host may have. */
    static String decode(String text) {
        var out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); ) {
            if (isEscape(text, i)) {
                out.write(Integer.parseInt(text, i + 1, i + 3, 16));
                i += 3;
            } else {
                var c = text.codePointAt(i);
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(c);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Removes white space and control characters from both ends. */
    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static boolean isEscape(String text, int at) {
        return text.charAt(at) == '%'
                && at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && text.charAt(at + 1) < 128
                && text.charAt(at + 2) < 128;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static void append(StringBuilder out, String raw) {
        for (byte b : raw.getBytes(StandardCharsets.UTF_8)) {
            append(out, b & 0xff);
        }
    }

    private static void append(StringBuilder out, int value) {
        out.append('%').append(hex(value >> 4)).append(hex(value & 15));
    }

    private static char hex(int digit) {
        return Character.toUpperCase(Character.forDigit(digit, 16));
    }
}
