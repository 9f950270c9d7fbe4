package dev.dateline.pipeline.page;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words around names in a byline: "by" before them, "exclusive" behind them, "special to" and for whom they wrote. */
final class BylineWords {
    /** A longer line is no word. */
    private static final int LONGEST_WORD = 30;

    private final Set<String> words;
    /** By their first two characters. */
    private final Map<Integer, List<String>> prefixes;

    private final CharPairs beginnings = new CharPairs();

    /** By their last two characters. */
    private final Map<Integer, List<String>> suffixes;

    private final CharPairs endings = new CharPairs();

    private final PhraseSpotter fors;
    private final Pattern prefix;
    private final Pattern suffix;
    private final Pattern writtenFor;

    BylineWords(PageWords page) {
        this.words = page.bylinePrefixes().stream().map(Line::plain).collect(Collectors.toSet());
        this.prefixes = page.bylinePrefixes().stream().collect(Collectors.groupingBy(word -> pair(word, 0)));
        this.suffixes =
                page.bylineSuffixes().stream().collect(Collectors.groupingBy(word -> pair(word, word.length() - 2)));
        page.bylinePrefixes().forEach(word -> beginnings.add(word.charAt(0), word.charAt(1)));
        page.bylineSuffixes()
                .forEach(word -> endings.add(word.charAt(word.length() - 2), word.charAt(word.length() - 1)));
        this.fors = PhraseSpotter.of(page.bylineFor());
        this.prefix = Pattern.compile(
                "(?iu)^\\s*(?:(?:" + alternatives(page.bylinePrefixes()) + ")(?:\\s*[:：]\\s*|\\s+)){1,8}");
        this.writtenFor =
                Pattern.compile("(?iu)(?<=\\p{L})[\\s,(–—-]+(?:" + alternatives(page.bylineFor()) + ")(?!\\p{L}).*$");
        this.suffix = Pattern.compile("(?iu)(?:[\\s,]+(?:" + alternatives(page.bylineSuffixes()) + ")){1,8}\\s*$");
    }

    /** Whether a text is a word that stands before names. */
    boolean isWord(String text) {
        return words.contains(Line.plain(text));
    }

    /** Whether a line is such a word and nothing else. */
    boolean isWordAlone(String line) {
        return line.length() <= LONGEST_WORD && mayBeWord(line) && isWord(line);
    }

    /** Whether it begins as one of them, or in another script: spares nearly all lines the rest. */
    private boolean mayBeWord(String line) {
        for (int i = 0; i + 1 < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                char next = line.charAt(i + 1);
                return (c | next) >= 128 || beginnings.mayHave(c, next);
            }
        }
        return false;
    }

    /** Whether a byline's word begins or ends a line, or says whom it was written for. The first look spares nearly all lines the expressions. */
    boolean isSigned(String line) {
        var bare = line.strip();
        return bare.length() > 1
                && ((beginsLikeByline(bare) && prefix.matcher(bare).find())
                        || (endsLikeByline(bare) && suffix.matcher(bare).find())
                        || (fors.groupsIn(bare) != 0 && writtenFor.matcher(bare).find()));
    }

    private boolean beginsLikeByline(String line) {
        return line.length() > 1
                && beginnings.mayHave(line.charAt(0), line.charAt(1))
                && begins(line, prefixes.getOrDefault(pair(line, 0), List.of()));
    }

    private boolean endsLikeByline(String line) {
        int last = line.length() - 2;
        if (last < 0 || !endings.mayHave(line.charAt(last), line.charAt(last + 1))) {
            return false;
        }
        for (var suffix : suffixes.getOrDefault(pair(line, last), List.of())) {
            if (line.regionMatches(true, line.length() - suffix.length(), suffix, 0, suffix.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String line, List<String> words) {
        for (var word : words) {
            if (line.regionMatches(true, 0, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }

    /** Two characters of a text in lower case, as one number. */
    private static int pair(String text, int at) {
        return Character.toLowerCase(text.charAt(at)) << Character.SIZE | Character.toLowerCase(text.charAt(at + 1));
    }

    /** A byline without the words before the names. */
    String withoutPrefix(String byline) {
        return beginsLikeByline(byline.strip()) ? prefix.matcher(byline).replaceFirst("") : byline;
    }

    /** A byline without the words behind the names. */
    String withoutSuffix(String byline) {
        var bare = byline.strip();
        return endsLikeByline(bare) ? suffix.matcher(bare).replaceFirst("").strip() : bare;
    }

    /** "Ann Lee, special to The Gazette" without whom it was written for. */
    String withoutClient(String byline) {
        return fors.groupsIn(byline) != 0 ? writtenFor.matcher(byline).replaceFirst("") : byline;
    }

    private static String alternatives(List<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
