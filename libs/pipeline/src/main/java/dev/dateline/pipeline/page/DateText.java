package dev.dateline.pipeline.page;

/**
 * A text made ready for {@link DateForms}: digits of other scripts as ASCII, letters in lower case, every character in its
 * place; with marks of what it has, since most forms can be told from these not to be there, and expressions are slow.
 *
 * @param text empty where no date can be
 * @param marks bits
 */
record DateText(String text, int marks) {
    /** Four digits of a year of the last or of this century. */
    static final int YEAR = 1;
    /** Four digits of such a year in the Persian calendar. */
    static final int JALALI = 2;
    /** A slash or a hyphen. */
    static final int STROKE = 4;

    static final int POINT = 8;
    /** A letter beyond ASCII, in which years are written in Chinese, Japanese and Korean. */
    static final int DENSE = 16;

    static final int LETTER = 32;
    /** The name of a month, perhaps; only looked for beside a year. */
    static final int MONTH = 64;

    private static final int LONGEST = 400;
    private static final int FEWEST_DIGITS = 3;
    /** Digits of a year; where none has so many, a year of two stands behind a point, or counts from an era. */
    private static final int DIGITS = 4;

    private static final DateText NONE = new DateText("", 0);

    static DateText of(String text) {
        return of(text, Math.min(text.length(), LONGEST));
    }

    /** Whether a text may have a date, at a first look. */
    static boolean hasDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST_DIGITS; i++) {
            digits += isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits == FEWEST_DIGITS;
    }

    boolean has(int all) {
        return (marks & all) == all;
    }

    private static DateText of(String text, int length) {
        if (!hasDigits(text)) {
            return NONE;
        }
        var ready = new char[length];
        int digits = 0;
        int run = 0;
        int longest = 0;
        int marks = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (isDigit(c)) {
                digits++;
                run++;
                longest = Math.max(longest, run);
                ready[i] = c <= '9' ? c : (char) ('0' + Character.digit(c, 10));
                marks |= run >= DIGITS ? year(ready, i - DIGITS + 1) : 0;
            } else {
                run = 0;
                ready[i] = lower(c);
                marks |= mark(ready[i]);
            }
        }
        boolean isShort = longest < DIGITS && (marks & POINT) == 0 && text.indexOf('年') < 0;
        if (digits < FEWEST_DIGITS || isShort) {
            return NONE;
        }
        marks |= (marks & YEAR) != 0 && MonthNames.mayBeIn(ready) ? MONTH : 0;
        return new DateText(new String(ready), marks);
    }

    private static int year(char[] digits, int at) {
        int century = (digits[at] - '0') * 10 + digits[at + 1] - '0';
        return century == 19 || century == 20 ? YEAR : century == 13 || century == 14 ? JALALI : 0;
    }

    private static int mark(char c) {
        if (c >= 128) {
            return DENSE | LETTER;
        }
        return c >= 'a' && c <= 'z' ? LETTER : c == '.' ? POINT : c == '/' || c == '-' ? STROKE : 0;
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return c == '\u00a0' ? ' ' : Character.toLowerCase(c);
    }

    private static boolean isDigit(char c) {
        return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
    }
}
