package dev.dateline.sink.database;

/** Text as PostgreSQL takes it: UTF-8 without NUL, so no lone surrogates either. */
public final class PostgresText {
    private PostgresText() {}

    /** Gives the text without the characters that PostgreSQL refuses; the same object when there are none. */
    public static String clean(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (isRefused(text, i)) {
                return strip(text, i);
            }
        }
        return text;
    }

    private static String strip(String text, int first) {
        var kept = new StringBuilder(text.length()).append(text, 0, first);
        for (var i = first + 1; i < text.length(); i++) {
            if (!isRefused(text, i)) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static boolean isRefused(String text, int i) {
        var c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == 0;
    }
}
