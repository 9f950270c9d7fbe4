package dev.dateline.pipeline.tag.region;

import com.fasterxml.jackson.databind.JsonNode;
import dev.dateline.pipeline.tag.term.Term;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells places from the other things that bear their names, by the words next to them: Michael Jordan, Paris Hilton,
 * Jordan Spieth, Lebanon County, China Street.
 */
final class NameContext {
    /** Shorter words with a capital letter are initials and the like. */
    private static final int SHORTEST_NAME = 3;

    private final Set<String> beforeSurname;
    private final Set<String> givenNames;
    private final Set<String> behindOther;
    private final Set<String> prepositions;

    /** Reads the word lists of {@code regions/persons.yaml}. */
    NameContext(JsonNode lists) {
        this.beforeSurname = words(lists, "beforeSurname");
        this.givenNames = words(lists, "givenNames");
        this.behindOther = words(lists, "behindOther");
        this.prepositions = words(lists, "prepositions");
    }

    /** True when the words around say that a place's name is no place here. */
    boolean isPartOfName(String text, int start, int end) {
        var before = wordBefore(text, start);
        var behind = wordBehind(text, end);
        if (behindOther.contains(behind)) {
            return true;
        }
        if (beforeSurname.contains(before)) {
            return true;
        }
        return givenNames.contains(text.substring(start, end))
                && isName(behind)
                && !prepositions.contains(before)
                && !behind.equals(behind.toUpperCase(Locale.ROOT));
    }

    /** True for a word beside another one with a capital letter, in one sentence and with no sign between. */
    static boolean isChained(String text, int start, int end) {
        return isNameBehind(text, end) || isNameBefore(text, start);
    }

    private static boolean isNameBehind(String text, int end) {
        return end + SHORTEST_NAME < text.length()
                && text.charAt(end) == ' '
                && Character.isUpperCase(text.charAt(end + 1))
                && isWord(text, end + 1, end + 1 + SHORTEST_NAME);
    }

    private static boolean isNameBefore(String text, int start) {
        if (start <= SHORTEST_NAME
                || text.charAt(start - 1) != ' '
                || !isWord(text, start - 1 - SHORTEST_NAME, start - 1)) {
            return false;
        }
        var from = start - 1 - SHORTEST_NAME;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return Character.isUpperCase(text.charAt(from));
    }

    private static boolean isWord(String text, int from, int to) {
        var at = from;
        while (at < to && Character.isLetter(text.charAt(at))) {
            at++;
        }
        return at == to;
    }

    private static boolean isName(String word) {
        return word.length() >= SHORTEST_NAME && Character.isUpperCase(word.charAt(0));
    }

    /** The word that stands before a place with nothing but a space, or a stop as of "Mr.", between. */
    private static String wordBefore(String text, int start) {
        if (start < 2 || text.charAt(start - 1) != ' ') {
            return "";
        }
        var end = text.charAt(start - 2) == '.' ? start - 2 : start - 1;
        var from = end;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, end);
    }

    private static String wordBehind(String text, int end) {
        if (end + 1 >= text.length() || text.charAt(end) != ' ') {
            return "";
        }
        var to = end + 1;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(end + 1, to);
    }

    private static Set<String> words(JsonNode lists, String name) {
        return Term.list(lists.path(name).asText("")).stream().map(Term::text).collect(Collectors.toSet());
    }
}
