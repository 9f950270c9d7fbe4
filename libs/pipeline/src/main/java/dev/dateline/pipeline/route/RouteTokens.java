package dev.dateline.pipeline.route;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and signs of an expression, one after the other. */
final class RouteTokens {
    /**
     * A word or sign.
     *
     * @param text without the quotation marks
     * @param quoted whether it stood in quotation marks, so that it is a value and never a word of the language
     * @param at index of its first character
     */
    record Token(String text, boolean quoted, int at) {
        boolean is(String word) {
            return !quoted && text.equalsIgnoreCase(word);
        }
    }

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:'((?:[^']|'')*+)'|\"((?:[^\"]|\"\")*+)\"|([(),]|>=|<=|!=|[=<>])|([^\\s(),=<>!'\"]+))");
    private static final int SINGLE = 1;
    private static final int DOUBLE = 2;

    private final String expression;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    RouteTokens(String expression) throws RouteSyntaxException {
        this.expression = expression;
        requireText(expression);
        var match = TOKEN.matcher(expression);
        int at = 0;
        while (match.find(at) && match.start() == at) {
            tokens.add(token(match));
            at = match.end();
        }
        int rest = at + leadingBlanks(expression.substring(at));
        if (rest < expression.length()) {
            boolean opens = "'\"".indexOf(expression.charAt(rest)) >= 0;
            throw new RouteSyntaxException(
                    rest,
                    opens ? "a quotation mark is never closed" : "is no word of an expression",
                    opens ? "Close it; inside, write it twice." : "Put what is a name in quotation marks.");
        }
    }

    /** Half a character and NUL are in no article, and no database takes them. */
    private static void requireText(String expression) throws RouteSyntaxException {
        int step;
        for (int i = 0; i < expression.length(); i += step) {
            int c = expression.codePointAt(i);
            step = Character.charCount(c);
            if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
                throw new RouteSyntaxException(i, "is no character of a text", "Leave it out.");
            }
        }
    }

    private static Token token(Matcher match) {
        if (match.group(SINGLE) != null) {
            return new Token(match.group(SINGLE).replace("''", "'"), true, match.start(SINGLE) - 1);
        }
        if (match.group(DOUBLE) != null) {
            return new Token(match.group(DOUBLE).replace("\"\"", "\""), true, match.start(DOUBLE) - 1);
        }
        int group = match.group(3) != null ? 3 : 4;
        return new Token(match.group(group), false, match.start(group));
    }

    private static int leadingBlanks(String text) {
        return text.length() - text.stripLeading().length();
    }

    /** The token that comes now; behind the last one an empty one. */
    Token peek() {
        return next < tokens.size() ? tokens.get(next) : new Token("", false, expression.length());
    }

    Token take() {
        var token = peek();
        next++;
        return token;
    }

    /** Takes the token when it is this word or sign. */
    boolean takes(String word) {
        boolean is = peek().is(word);
        next += is ? 1 : 0;
        return is;
    }

    boolean atEnd() {
        return next >= tokens.size();
    }
}
