package dev.dateline.pipeline.tag.term;

/** A text whose words were looked up in a {@link Lexicon}: what tries are walked with. */
public final class Words {
    private final FoldedText text;
    private final Word[] words;

    Words(FoldedText text, Word[] words) {
        this.text = text;
        this.words = words;
    }

    /** The words as folded, with their places in the source. */
    public FoldedText text() {
        return text;
    }

    public String source() {
        return text.source();
    }

    public int size() {
        return words.length;
    }

    Word at(int index) {
        return words[index];
    }
}
