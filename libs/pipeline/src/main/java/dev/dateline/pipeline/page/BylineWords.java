package dev.dateline.pipeline.page;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words around names in a byline: "by" before them, "exclusive" behind them, "special to" and for whom they wrote. */
final class BylineWords {
    /** A longer line is no word. */
    private static final int LONGEST_WORD = 30;

    private final Set<String> words;
    private final String firsts;
    private final List<String> prefixes;
    /** What they begin with. */
    private final CharPairs beginnings = new CharPairs();

    private final List<String> suffixes;
    /** What they end with. */
    private final CharPairs endings = new CharPairs();

    private final PhraseSpotter fors;
    private final Pattern prefix;
    private final Pattern suffix;
    private final Pattern writtenFor;

    BylineWords(PageWords page) {
        this.words = page.bylinePrefixes().stream().map(Line::plain).collect(Collectors.toSet());
        this.firsts =
                page.bylinePrefixes().stream().map(word -> word.substring(0, 1)).collect(Collectors.joining());
        this.prefixes = page.bylinePrefixes();
        this.suffixes = page.bylineSuffixes();
        prefixes.forEach(word -> beginnings.add(word.charAt(0), word.charAt(1)));
        suffixes.forEach(word -> endings.add(word.charAt(word.length() - 2), word.charAt(word.length() - 1)));
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
        return bare.length() > 1
                && ((beginsLikeByline(bare) && prefix.matcher(bare).find())
                        || (endsLikeByline(bare) && suffix.matcher(bare).find())
                        || (fors.groupsIn(bare) != 0 && writtenFor.matcher(bare).find()));
    }

    private boolean beginsLikeByline(String line) {
        return beginnings.mayHave(line.charAt(0), line.charAt(1))
                && prefixes.stream().anyMatch(prefix -> line.regionMatches(true, 0, prefix, 0, prefix.length()));
    }

    private boolean endsLikeByline(String line) {
        int end = line.length();
        return endings.mayHave(line.charAt(end - 2), line.charAt(end - 1))
                && suffixes.stream()
                        .anyMatch(
                                suffix -> line.regionMatches(true, end - suffix.length(), suffix, 0, suffix.length()));
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
