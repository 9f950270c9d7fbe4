package dev.dateline.pipeline.tag.region;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Words with a capital only because a sentence begins with them: the same text also has them without. */
final class CommonWords {
    private static final String SENTENCE_ENDS = ".!?…:\"“”«»";
    /** So far back the sign may stand that ended the sentence before. */
    private static final int SIGHT = 4;

    private final String source;
    /** Whether the text has a word written small; looked for once, however often the word begins a sentence. */
    private final Map<String, Boolean> small = new HashMap<>();

    CommonWords(String source) {
        this.source = source;
    }

    /**
     * True when what stands there is such a word.
     *
     * @param term what it is a form of: Kyrgyz Абанын, "of the air", is no town of Nigeria where the text also has аба
     */
    boolean has(String term, int start, int end) {
        return beginsSentence(start) && (isSmall(source.substring(start, end)) || isSmall(term));
    }

    private boolean isSmall(String word) {
        return small.computeIfAbsent(word.toLowerCase(Locale.ROOT), this::isInText);
    }

    private boolean isInText(String word) {
        for (var at = source.indexOf(word); at >= 0; at = source.indexOf(word, at + 1)) {
            var end = at + word.length();
            if ((at == 0 || Character.isWhitespace(source.charAt(at - 1)))
                    && (end == source.length() || !Character.isLetter(source.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    private boolean beginsSentence(int start) {
        if (start == 0 || source.charAt(start - 1) == '\n') {
            return true;
        }
        var from = Math.max(0, start - SIGHT);
        var at = start;
        while (at > from && Character.isWhitespace(source.charAt(at - 1))) {
            at--;
        }
        return at == from || SENTENCE_ENDS.indexOf(source.charAt(at - 1)) >= 0;
    }
}
