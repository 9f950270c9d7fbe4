package dev.dateline.pipeline.page;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lines of a label, a colon and a value: "Source: Diplomatist". */
final class Labels {
    /** What a line tells, in the words of the resource: url, outlet, author, date or other. */
    record Labelled(String about, String value) {}

    private static final Pattern FORM =
            Pattern.compile("^[\\s(\\[（【/*—-]*([^:：\\n]{1,40}?)\\s*[:：]\\s*(\\S.{0,300}?)[\\s)\\]）】/]*$");
    private static final int LONGEST = 220;
    private static final int LONGEST_LABEL = 40;
    private static final String LEADING = " \t\n\r\f\u000b([（【/*—-";

    private final Map<String, String> abouts = new HashMap<>();

    Labels(PageWords words) {
        words.labels()
                .forEach((about, labels) -> labels.forEach(label -> abouts.putIfAbsent(Line.plain(label), about)));
    }

    static boolean hasColon(String text) {
        return text.indexOf(':') >= 0 || text.indexOf('：') >= 0;
    }

    @Nullable
    Labelled of(String text) {
        if (text.length() > LONGEST || !hasColon(text) || TextSize.of(text) > LONGEST) {
            return null;
        }
        if (!mayBegin(text)) {
            return null;
        }
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return null;
        }
        var about = abouts.get(Line.plain(match.group(1)));
        return about == null ? null : new Labelled(about, match.group(2).strip());
    }

    /** Whether a label stands before the first colon: the expression costs more. */
    private boolean mayBegin(String text) {
        int from = 0;
        int to = firstColon(text);
        while (from < to && LEADING.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        return to - from <= LONGEST_LABEL && abouts.containsKey(Line.plain(text.substring(from, to)));
    }

    private static int firstColon(String text) {
        int narrow = text.indexOf(':');
        int wide = text.indexOf('：');
        return narrow < 0 ? wide : wide < 0 ? narrow : Math.min(narrow, wide);
    }
}
