package dev.dateline.pipeline.feed;

/** Says how much the text of a link looks like a headline: headlines are sentences, names of sections a word or two. */
final class LinkText {
    /** Of a script that is written without spaces, as many characters as make a word. */
    private static final int CHARACTERS = 2;

    private static final int MOST_POINTS = 3;
    /** A headline has at least so many words, less one. */
    private static final int FEW_WORDS = 2;

    private LinkText() {}

    /** Gives 0 to 3 points: one for each word over two, as far as letters make words. */
    static int points(String text) {
        return Math.max(0, Math.min(words(text) - FEW_WORDS, MOST_POINTS));
    }

    private static int words(String text) {
        var words = 0;
        var unspaced = 0;
        var inWord = false;
        for (var i = 0; i < text.length(); ) {
            var c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isUnspaced(c)) {
                unspaced++;
                inWord = false;
            } else if (Character.isLetterOrDigit(c)) {
                words += inWord ? 0 : 1;
                inWord = true;
            } else if (!isWithinWord(c)) {
                inWord = false;
            }
        }
        return words + unspaced / CHARACTERS;
    }

    private static boolean isUnspaced(int c) {
        if (c < 0xe00) {
            return false;
        }
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    private static boolean isWithinWord(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT
                || c == '\''
                || c == '\u2019'
                || c == '-'
                || c == '.';
    }
}
