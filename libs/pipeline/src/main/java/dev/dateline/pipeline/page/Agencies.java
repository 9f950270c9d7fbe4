package dev.dateline.pipeline.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the news agency of a text in the three places where agencies stand: a dateline ("BERLIN, 12 May (dpa) -"), a mark
 * of its own ("/КазТАГ/", "新华社北京1月2日电"), a sign-off in brackets on the last lines. A dateline whose place stands in
 * capitals, a name between slashes and a Chinese wire mark name an agency by their form alone; elsewhere only names that are
 * listed count.
 */
final class Agencies {
    private static final int EDGE = 3;
    /** A dateline stands within so many characters of a paragraph's beginning. */
    private static final int DATELINE = 90;

    private static final int SIGN_OFF = 60;
    private static final int LONGEST_DENSE = 20;

    private static final Pattern BRACKETED =
            Pattern.compile("[(/（【\\[]\\s*([^()/（）【】\\[\\]]{2,60}?)\\s*[)/）】\\]](\\s*[.:]?\\s*[–—-])?");
    private static final Pattern DASH = Pattern.compile("\\s*[.:]?\\s*[–—-]\\s+");
    /** A place in capitals, perhaps with more of its address, perhaps with a day. */
    private static final Pattern PLACE = Pattern.compile(
            "^\\s*\\p{Lu}[\\p{Lu}\\p{M}.'’ -]*\\p{Lu}\\.?(?:[,.]\\s*[\\p{L}\\p{M}\\d.,' -]{1,40})?[\\s,.–—-]*$");

    private static final Pattern HAS_DIGIT = Pattern.compile("\\d");

    private static final Pattern NAME =
            Pattern.compile("^\\p{Lu}[\\p{L}\\p{M}\\p{N}.&’'-]+(?: [\\p{L}\\p{M}\\p{N}.&’'-]+){0,4}$");
    /** "天桥社柏林3月5日电": any name that ends as agencies' names do, a place, a day and the word for a wire. */
    private static final Pattern DENSE_FORM =
            Pattern.compile("^据?(?!本社|我社|该社)(\\p{IsHan}{1,6}?社)(?=[\\p{IsHan}\\d—－-]{1,20}[电電](?:[^\\p{IsHan}]|$))");

    /** Between slashes at the beginning of a paragraph nothing but an agency stands. */
    private static final Pattern SLASHED = Pattern.compile("^\\s*/\\s*([^/]{2,60}?)\\s*/[\\s.–—-]*(?=\\p{L})");

    /** What may stand before a name, and behind one. */
    private static final String BEFORE = "(/（【[—–-";

    private static final String BEHIND = ")/）】].";
    private static final String BRACKETS = "(/（【[";
    private static final String DASHES = "–—-";

    private final Map<String, String> names = new HashMap<>();
    private final List<String> dense;
    private final int longest;

    Agencies(PageWords words) {
        words.agencies()
                .forEach((name, forms) -> forms.forEach(form -> names.put(form.toLowerCase(Locale.ROOT), name)));
        longest = names.keySet().stream().mapToInt(String::length).max().orElse(0);
        dense = names.keySet().stream()
                .filter(form -> TextSize.isDense(form.codePointAt(0)))
                .toList();
    }

    @Nullable
    String in(List<TextBlock> blocks, @Nullable String source, List<String> lines) {
        var named = source == null ? null : known(source);
        for (int i = 0; named == null && i < blocks.size(); i++) {
            boolean head = i < EDGE;
            if (head || i >= blocks.size() - EDGE) {
                named = in(blocks.get(i).text(), head, lines);
            }
        }
        return named;
    }

    private @Nullable String in(String text, boolean head, List<String> lines) {
        var part = head
                ? text.substring(0, Math.min(text.length(), DATELINE))
                : text.substring(Math.max(0, text.length() - SIGN_OFF));
        var signed = known(bare(part));
        if (signed != null) {
            lines.add(part.strip());
            return signed;
        }
        var found = bracketed(part, head, lines);
        found = found == null && head ? dashed(part, lines) : found;
        found = found == null ? dense(part, lines) : found;
        return found == null && head ? slashed(part, lines) : found;
    }

    private @Nullable String bracketed(String part, boolean head, List<String> lines) {
        var match = BRACKETED.matcher(hasAny(part, BRACKETS) ? part : "");
        while (match.find()) {
            var agency = beginning(match.group(1));
            if (agency == null && head && isMark(part, match)) {
                agency = byForm(part.substring(0, match.start()), match.group(1));
            }
            if (agency != null) {
                lines.add(part.substring(match.start(), match.end(1) + 1).strip());
                return agency;
            }
        }
        return null;
    }

    /** Slashes say enough; behind round brackets a dash must follow, or a full stop when a day stands before them. */
    private static boolean isMark(String part, Matcher match) {
        boolean slashes = part.charAt(match.start()) == '/';
        boolean dated = part.startsWith(".", match.end())
                && HAS_DIGIT.matcher(part.substring(0, match.start())).find();
        return slashes || match.group(2) != null || dated;
    }

    private static @Nullable String slashed(String part, List<String> lines) {
        var match = part.indexOf('/') < 0 ? null : SLASHED.matcher(part);
        if (match == null || !match.find() || !isName(match.group(1))) {
            return null;
        }
        lines.add(match.group().strip());
        return match.group(1);
    }

    /** "BERLIN, dpa - ..." for a listed name, "BERLIN - Harbour Wire - ..." for any. */
    private @Nullable String dashed(String part, List<String> lines) {
        var match = DASH.matcher(hasAny(part, DASHES) ? part : "");
        int from = 0;
        while (match.find()) {
            var credit = part.substring(from, match.start());
            var agency = known(credit);
            agency = agency == null ? known(credit.substring(credit.lastIndexOf(' ') + 1)) : agency;
            agency = agency == null && from > 0 ? byForm(part.substring(0, from), credit) : agency;
            if (agency != null) {
                lines.add(part.substring(0, match.end()).strip());
                return agency;
            }
            from = match.end();
        }
        return null;
    }

    /** "新华社北京1月2日电": the name, the place, the day and the word for a wire. */
    private @Nullable String dense(String part, List<String> lines) {
        var bare = part.startsWith("据") ? part.substring(1) : part;
        for (var form : dense) {
            int wire = bare.startsWith(form) ? wire(bare, form.length()) : -1;
            if (wire > 0) {
                lines.add(bare.substring(0, wire + 1));
                return names.get(form);
            }
        }
        var form = part.indexOf('社') < 0 ? null : DENSE_FORM.matcher(part);
        if (form != null && form.find()) {
            lines.add(part.substring(0, wire(part, form.end()) + 1));
            return form.group(1);
        }
        return null;
    }

    /** A text without what may stand around a name. */
    private static String bare(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isEdge(text.charAt(from), BEFORE)) {
            from++;
        }
        while (to > from && isEdge(text.charAt(to - 1), BEHIND)) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isEdge(char c, String marks) {
        return c == ' ' || (c >= '\t' && c <= '\r') || marks.indexOf(c) >= 0;
    }

    private static boolean hasAny(String text, String characters) {
        for (int i = 0; i < characters.length(); i++) {
            if (text.indexOf(characters.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int wire(String text, int from) {
        for (int i = from; i < Math.min(text.length(), from + LONGEST_DENSE); i++) {
            char c = text.charAt(i);
            boolean ends = i + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
            if ((c == '电' || c == '讯') && ends) {
                return i;
            }
            if (c == '，' || c == '。') {
                return -1;
            }
        }
        return -1;
    }

    private static @Nullable String byForm(String place, String name) {
        return PLACE.matcher(place).matches() && isName(name) ? name : null;
    }

    private static boolean isName(String text) {
        return NAME.matcher(text).matches() && !MonthNames.isIn(text);
    }

    /** The agency that a credit begins with: "Reuters Health". */
    private @Nullable String beginning(String credit) {
        for (int end = credit.length(); end > 0; end--) {
            boolean wordEnds = end == credit.length() || !Character.isLetterOrDigit(credit.charAt(end));
            var agency = wordEnds ? known(credit.substring(0, end)) : null;
            if (agency != null) {
                return agency;
            }
        }
        return null;
    }

    private @Nullable String known(String name) {
        return name.length() > longest ? null : names.get(name.toLowerCase(Locale.ROOT));
    }
}
