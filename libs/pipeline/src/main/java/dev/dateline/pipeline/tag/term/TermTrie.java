package dev.dateline.pipeline.tag.term;

import dev.dateline.pipeline.tag.term.Lexicon.Use;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Terms of one language in one tree of entries of a {@link Lexicon}, walked once from each word of a text.
 *
 * <p>Each word of a text is a form of a few entries, so that inner words of a phrase are inflected as well. A walk ends at
 * the first word that no term goes on with, which bounds the work for a text by its words times the longest term.
 *
 * @param <T> what a term stands for
 */
public final class TermTrie<T> {
    private final PackedTrie tree;
    private final List<T> values;
    /** The numbers of two beginnings in the lexicon: of all terms, and of those that may be written small. */
    private final int anywhere;

    private final int atSmallLetters;

    private TermTrie(PackedTrie tree, List<T> values, Predicate<T> mayBeSmall, Lexicon lexicon) {
        this.tree = tree;
        this.values = values;
        this.anywhere = lexicon.add(tree, node -> true);
        var small = tree.leadingTo(key -> mayBeSmall.test(values.get(key)));
        this.atSmallLetters = lexicon.add(tree, small::get);
    }

    /**
     * Collects the terms of a trie.
     *
     * @param <V> what a term is added with; several may share one
     */
    public static final class Builder<V> {
        private final Lexicon lexicon;
        private final TreeMap<int[], List<V>> terms = new TreeMap<>(Arrays::compare);

        public Builder(Lexicon lexicon) {
            this.lexicon = lexicon;
        }

        /** Adds a term. */
        public void add(Term term, V value) {
            var words = FoldedText.of(term.text(), lexicon.inflection().splitsAtApostrophe());
            if (words.size() == 0) {
                return;
            }
            var path = new int[words.size()];
            for (var i = 0; i < path.length; i++) {
                path[i] = label(entry(words.word(i), term, i + 1 == path.length), words.isJoined(i));
            }
            var sharing = terms.computeIfAbsent(path, p -> new ArrayList<>(1));
            if (!sharing.contains(value)) {
                sharing.add(value);
            }
        }

        private int entry(String word, Term term, boolean last) {
            var inflection = lexicon.inflection();
            if (term.open() && last) {
                return lexicon.add(word, Use.ANY_REST);
            }
            if (term.exact() || Folding.isHan(word.charAt(0)) || word.length() < inflection.minStem()) {
                return lexicon.add(word, last ? Use.LAST : Use.INNER);
            }
            return lexicon.add(inflection.stem(word), Use.ENDING);
        }

        /**
         * Ends the adding: the trie is only read, by any number of threads.
         *
         * @param together makes one of all that share a term, in the order in which they were added
         * @param mayBeSmall false for what is only looked for at capital letters, which spares most words of a text
         */
        public <T> TermTrie<T> build(Function<List<V>, T> together, Predicate<T> mayBeSmall) {
            return new TermTrie<>(
                    new PackedTrie(List.copyOf(terms.keySet())),
                    terms.values().stream().map(together).toList(),
                    mayBeSmall,
                    lexicon);
        }
    }

    /** Gives all terms that begin at a word, also inside longer ones. */
    public void find(Words words, int index, Found<T> found) {
        var text = words.text();
        var word = words.at(index);
        var beginning = text.isCapital(index) ? anywhere : atSmallLetters;
        if (word.begins(beginning)) {
            for (var node : word.beginnings(beginning)) {
                arrive(node, words, index, text.start(index), found);
            }
            for (var rest : word.rests()) {
                for (var node : rest.beginnings()[anywhere]) {
                    arrive(node, words, index, text.startBehind(index, rest.skipped()), found);
                }
            }
        }
    }

    private void arrive(int node, Words words, int index, int start, Found<T> found) {
        var key = tree.key(node);
        if (key != PackedTrie.NONE) {
            found.accept(values.get(key), start, words.text().end(index));
        }
        var next = index + 1;
        if (next < words.size() && tree.hasChildren(node)) {
            var joined = words.text().isJoined(next);
            for (var entry : words.at(next).entries()) {
                var child = tree.next(node, label(entry, joined));
                if (child != PackedTrie.NONE) {
                    arrive(child, words, next, start, found);
                }
            }
        }
    }

    /** An entry without a space before it is another one. */
    private static int label(int entry, boolean joined) {
        return joined ? ~entry : entry;
    }
}
