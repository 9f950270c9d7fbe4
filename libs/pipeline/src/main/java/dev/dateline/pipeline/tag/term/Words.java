package dev.dateline.pipeline.tag.term;

/** A text whose words were looked up in a {@link Lexicon}: what tries are walked with. */
public final class Words {
    private final FoldedText text;
    private final Word[] words;
    private final int[] firsts;

    /**
     * @param begun how many of the words some term begins with
     */
    Words(FoldedText text, Word[] words, int begun) {
        this.text = text;
        this.words = words;
        this.firsts = new int[begun];
        for (int i = 0, at = 0; at < begun; i++) {
            if (words[i].begins()) {
                firsts[at++] = i;
            }
        }
    }

    /** The words as folded, with their places in the source. */
    public FoldedText text() {
        return text;
    }

    public String source() {
        return text.source();
    }

    /** The places of the words that some term begins with, in order: no other need be looked at. */
    public int[] firsts() {
        return firsts;
    }

    public int size() {
        return words.length;
    }

    Word at(int index) {
        return words[index];
    }
}
