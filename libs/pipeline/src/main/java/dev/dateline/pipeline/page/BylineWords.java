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
    private final String firsts;
    /** By their first letter. */
    private final Map<Character, List<String>> prefixes;

    private final List<String> lasts;
    /** The last characters of these. */
    private final String lastCharacters;

    private final PhraseSpotter fors;
    private final Pattern prefix;
    private final Pattern suffix;
    private final Pattern writtenFor;

    BylineWords(PageWords page) {
        this.words = page.bylinePrefixes().stream().map(Line::plain).collect(Collectors.toSet());
        this.firsts =
                page.bylinePrefixes().stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        this.prefixes = page.bylinePrefixes().stream()
                .collect(Collectors.groupingBy(word -> Character.toLowerCase(word.charAt(0))));
        this.lasts = page.bylineSuffixes();
        this.lastCharacters =
                lasts.stream().map(word -> word.substring(word.length() - 1)).collect(Collectors.joining());
        this.fors = PhraseSpotter.of(page.bylineFor());
        this.prefix =
                Pattern.compile("(?iu)^\\s*(?:(?:" + alternatives(page.bylinePrefixes()) + ")(?:\\s*[:：]\\s*|\\s+))+");
        this.writtenFor =
                Pattern.compile("(?iu)(?<=\\p{L})[\\s,(–—-]+(?:" + alternatives(page.bylineFor()) + ")(?!\\p{L}).*$");
        this.suffix = Pattern.compile("(?iu)(?:[\\s,]+(?:" + alternatives(page.bylineSuffixes()) + "))+\\s*$");
    }

    /** Whether a text is a word that stands before names. */
    boolean isWord(String text) {
        return words.contains(Line.plain(text));
    }

    /** Whether a line is such a word and nothing else. */
    boolean isWordAlone(String line) {
        return line.length() <= LONGEST_WORD && mayBeWord(line) && isWord(line);
    }

    /** Whether the first letter is one of theirs: spares nearly all lines the rest. */
    private boolean mayBeWord(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                return c >= 128 || firsts.indexOf(Character.toLowerCase(c)) >= 0;
            }
        }
        return false;
    }

    /** Whether a byline's word begins or ends a line, or says whom it was written for. The first look spares nearly all lines the expressions. */
    boolean isSigned(String line) {
        var bare = line.strip();
        return !bare.isEmpty()
                && ((beginsLikeByline(bare) && prefix.matcher(bare).find())
                        || (endsLikeByline(bare) && suffix.matcher(bare).find())
                        || (fors.groupsIn(bare) != 0 && writtenFor.matcher(bare).find()));
    }

    private boolean beginsLikeByline(String line) {
        char first = Character.toLowerCase(line.charAt(0));
        if (firsts.indexOf(first) < 0) {
            return false;
        }
        for (var prefix : prefixes.getOrDefault(first, List.of())) {
            if (line.regionMatches(true, 0, prefix, 0, prefix.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean endsLikeByline(String line) {
        if (lastCharacters.indexOf(Character.toLowerCase(line.charAt(line.length() - 1))) < 0) {
            return false;
        }
        for (var last : lasts) {
            if (line.regionMatches(true, line.length() - last.length(), last, 0, last.length())) {
                return true;
            }
        }
        return false;
    }

    /** A byline without the words before the names. */
    String withoutPrefix(String byline) {
        return prefix.matcher(byline).replaceFirst("");
    }

    /** A byline without the words behind the names. */
    String withoutSuffix(String byline) {
        return suffix.matcher(byline).replaceFirst("").strip();
    }

    /** "Ann Lee, special to The Gazette" without whom it was written for. */
    String withoutClient(String byline) {
        return fors.groupsIn(byline) != 0 ? writtenFor.matcher(byline).replaceFirst("") : byline;
    }

    private static String alternatives(List<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
