package dev.dateline.pipeline.tag.region;

import dev.dateline.pipeline.tag.term.FoldedText;
import dev.dateline.pipeline.tag.term.Hit;
import dev.dateline.pipeline.tag.term.Inflection;
import dev.dateline.pipeline.tag.term.TermTrie;
import java.util.function.Consumer;

/**
 * The terms of one language: those of our lists, which stand anywhere, and the many towns, which are only looked for at
 * capital letters where the script has them.
 */
record PlaceTerms(TermTrie<Place> listed, TermTrie<Place> towns, boolean cased) {

    Inflection inflection() {
        return listed.inflection();
    }

    void scan(FoldedText text, Consumer<Hit<Place>> found) {
        listed.scan(text, found);
        if (cased) {
            towns.scanCapitalised(text, found);
        } else {
            towns.scan(text, found);
        }
    }
}
