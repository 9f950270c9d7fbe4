package dev.dateline.pipeline.page;

import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Reads character references (HTML standard, 13.2.5.72 to 13.2.5.80). Nearly all are written as they should be: these are read
 * here, since the parser makes much ado about a text with one of another kind.
 */
final class CharacterReferences {
    /** A longer name is rare. */
    private static final int LONGEST = 10;

    private static final int NONE = -1;

    private final String text;
    private final StringBuilder read;

    private CharacterReferences(String text) {
        this.text = text;
        this.read = new StringBuilder(text.length());
    }

    /** Gives a text with what its references stand for. */
    static String read(String text, boolean isAttribute) {
        int at = text.indexOf('&');
        return at < 0 ? text : new CharacterReferences(text).read(at, isAttribute);
    }

    private String read(int first, boolean isAttribute) {
        int copied = 0;
        for (int at = first; at >= 0; at = text.indexOf('&', copied)) {
            read.append(text, copied, at);
            copied = isReference(at) ? reference(at) : sign(at);
            if (copied < 0) {
                return Parser.unescapeEntities(text, isAttribute);
            }
        }
        return read.append(text, copied, text.length()).toString();
    }

    private boolean isReference(int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return next == '#' || isLetterOrDigit(next);
    }

    private int sign(int at) {
        read.append('&');
        return at + 1;
    }

    /** Reads a reference; gives the place behind it, or {@link #NONE} when it is the parser's to read. */
    private int reference(int at) {
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > LONGEST) {
            return NONE;
        }
        return text.charAt(at + 1) == '#' ? numeric(at + 2, end) : named(at + 1, end);
    }

    private int named(int from, int end) {
        for (int i = from; i < end; i++) {
            if (!isLetterOrDigit(text.charAt(i))) {
                return NONE;
            }
        }
        var stands = Entities.getByName(text.substring(from, end));
        read.append(stands);
        return stands.isEmpty() ? NONE : end + 1;
    }

    private int numeric(int from, int end) {
        boolean isHex = from < end && (text.charAt(from) | 0x20) == 'x';
        int point = 0;
        for (int i = isHex ? from + 1 : from; i < end; i++) {
            int digit = Character.digit(text.charAt(i), isHex ? 16 : 10);
            if (digit < 0 || text.charAt(i) > 'f') {
                return NONE;
            }
            point = point * (isHex ? 16 : 10) + digit;
        }
        if (!isPlain(point)) {
            return NONE;
        }
        read.appendCodePoint(point);
        return end + 1;
    }

    /** Whether a number stands for the character of that number: controls and some others do not. */
    private static boolean isPlain(int point) {
        return (point >= ' ' && point <= '~')
                || (point >= 0xA0 && point < Character.MIN_SURROGATE)
                || (point > Character.MAX_SURROGATE && point < 0xFDD0)
                || (point >= 0x10000 && point < 0x1FFFE);
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    }
}
