package dev.dateline.pipeline.tag.theme;

/** A term with all that it speaks for, by number. One object for each term of a language, told apart by identity. */
final class Indicator {
    private final ThemeTerm term;
    private final boolean exact;
    private final Part part;
    private final double weight;
    private final int[] themes;

    /**
     * @param themes numbers of the term's own theme and of those above it, nearest first; only its own when it speaks
     *     against that
     */
    Indicator(ThemeTerm term, int[] themes) {
        this.term = term;
        this.exact = term.term().exact();
        this.part = term.part();
        this.weight = term.weight();
        this.themes = themes;
    }

    ThemeTerm term() {
        return term;
    }

    Part part() {
        return part;
    }

    double weight() {
        return weight;
    }

    /** True when this is how a text writes the term at a place. */
    boolean isWritten(String text, int start, int end) {
        return !exact || term.isWritten(text, start, end);
    }

    int levels() {
        return themes.length;
    }

    /** Gives the number of the theme at a level, 0 being the term's own. */
    int theme(int level) {
        return themes[level];
    }
}
