package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.term.Term;

/**
 * A term and what it says.
 *
 * @param weight how much it says, positive also when it speaks against the theme
 */
record ThemeTerm(Theme theme, Part part, Term term, double weight) {

    /** True when this is how a text writes it at a place: an exact term counts letter for letter. */
    boolean isWritten(String text, int start, int end) {
        return !term.exact()
                || end - start == term.text().length() && text.regionMatches(start, term.text(), 0, end - start);
    }

    /** What it says, in words. */
    String statement() {
        return part.field() + " " + weight + " " + (term.exact() ? "=" : "") + term.text() + (term.open() ? "*" : "");
    }

    double signedWeight() {
        return part == Part.AGAINST ? -weight : weight;
    }
}
