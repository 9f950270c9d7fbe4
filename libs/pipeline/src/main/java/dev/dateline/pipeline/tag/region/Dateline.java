package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the line that an agency's report begins with: "ALMATY, March 3 (Agency) -", "ТАШКЕНТ, 5 мар —", "新华社北京3月5日电".
 *
 * <p>A place counts when it begins the text and a dash ends the line soon, with a sign between that no sentence has
 * there: capitals, a number, a bracket.
 */
final class Dateline {
    private static final int LONGEST = 110;
    private static final int AGENCY_BEFORE = 14;
    private static final Pattern END = Pattern.compile("\\s[-–—]{1,2}\\s|[-–—]{2}|[)/]\\s?[-–—:.]|日电|日讯|\\s[-–—]\\n");
    /** One of these is in every such end, as its first character or its second. */
    private static final String SIGNS = "-–—)/日";

    private static final Pattern MARK = Pattern.compile("[\\d(/]");

    private Dateline() {}

    /** Gives the mentions that are a text's dateline; usually none or one. */
    static List<Mention> of(List<Mention> mentions, String text) {
        if (!beginsWithAPlace(mentions)) {
            return List.of();
        }
        var head = text.substring(0, Math.min(LONGEST, text.length()));
        var end = END.matcher(head);
        if (!end.find(Math.max(0, firstSign(head) - 1))) {
            return List.of();
        }
        var line = head.substring(0, end.start());
        var inside = mentions.stream().filter(m -> mayBeIn(m, end.start())).toList();
        if (inside.isEmpty()
                || !begins(inside.get(0), line)
                || !isMarked(inside.get(0), line, head.substring(end.start()))) {
            return List.of();
        }
        return inside;
    }

    /** Gives where the first of the signs is that may end the line: the pattern, which is slow, need not look before. */
    private static int firstSign(String head) {
        var at = 0;
        while (at < head.length() && SIGNS.indexOf(head.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private static boolean beginsWithAPlace(List<Mention> mentions) {
        for (var mention : mentions) {
            if (mayBeIn(mention, LONGEST)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mayBeIn(Mention mention, int end) {
        return mention.field() == EvidenceField.TEXT
                && mention.end() <= end
                && mention.kind() != PlaceKind.ADJECTIVE
                && mention.kind() != PlaceKind.LEADER;
    }

    private static boolean begins(Mention first, String line) {
        var before = line.substring(0, first.start());
        return before.isBlank() || before.length() <= AGENCY_BEFORE || before.equals(before.toUpperCase(Locale.ROOT));
    }

    private static boolean isMarked(Mention first, String line, String end) {
        var name = line.substring(first.start(), first.end());
        var capitals = name.length() > 2
                && name.equals(name.toUpperCase(Locale.ROOT))
                && !name.equals(name.toLowerCase(Locale.ROOT));
        return capitals
                || MARK.matcher(line).find()
                || end.startsWith("日")
                || end.startsWith(")")
                || end.startsWith("/");
    }
}
