package dev.dateline.pipeline.tag.region;

/**
 * How long a text is and where its lead ends: a tenth of the text, within bounds, which are a third as wide where a
 * letter is a word.
 */
record Extent(int length, int leadEnd) {
    private static final int SHORTEST_LEAD = 300;
    private static final int LONGEST_LEAD = 500;
    private static final int HAN_LETTERS = 3;

    static Extent of(String text, boolean han) {
        var unit = han ? HAN_LETTERS : 1;
        var lead = Math.max(SHORTEST_LEAD / unit, Math.min(LONGEST_LEAD / unit, text.length() / 10));
        return new Extent(text.length(), lead);
    }
}
