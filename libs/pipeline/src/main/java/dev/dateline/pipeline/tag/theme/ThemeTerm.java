package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.term.Term;

/**
 * A term and what it says.
 *
 * @param weight how much it says, positive also when it speaks against the theme
 */
record ThemeTerm(Theme theme, Part part, Term term, double weight) {

    /** True when this is how the text writes it: an exact term counts letter for letter. */
    boolean isWritten(String found) {
        return !term.exact() || found.equals(term.text());
    }

    double signedWeight() {
        return part == Part.AGAINST ? -weight : weight;
    }
}
