package dev.dateline.console.search;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text.
 *
 * @param marks where in it the words stand that were searched for
 */
public record Excerpt(String text, List<Mark> marks) {
    /** Private characters of Unicode, which no article means to say anything with. */
    static final char BEGIN = '\uE000';

    static final char END = '\uE001';

    /** A range of UTF-16 code units, the end excluded. */
    public record Mark(int start, int end) {}

    /** Reads a text with the marks in it. */
    static Excerpt marked(@Nullable String marked) {
        var text = new StringBuilder();
        var marks = new ArrayList<Mark>();
        var start = -1;
        for (var c : (marked == null ? "" : marked).toCharArray()) {
            if (c == BEGIN) {
                start = text.length();
            } else if (c == END) {
                if (start >= 0) {
                    marks.add(new Mark(start, text.length()));
                }
                start = -1;
            } else {
                text.append(c);
            }
        }
        return new Excerpt(text.toString(), List.copyOf(marks));
    }
}
