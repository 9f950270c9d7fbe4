package dev.dateline.pipeline.tag.term;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All terms of one language in one tree of characters, walked once from each word of a text.
 *
 * <p>Two edges are no characters: ENDING passes over the rest of a word when the language's {@link Inflection} knows it,
 * ANY passes over whatever the rest is ({@code нефт*}). So inner words of a phrase are inflected as well. A walk ends
 * at the first character that no term has, which bounds the work for a text by its length times the longest term.
 *
 * @param <T> what a term stands for
 */
public final class TermTrie<T> {
    private static final char ENDING = '\u0001';
    private static final char ANY = '\u0002';

    private final Inflection inflection;
    private final Node<T> root = new Node<>();

    public TermTrie(Inflection inflection) {
        this.inflection = inflection;
    }

    public Inflection inflection() {
        return inflection;
    }

    private static final class Node<T> {
        private final TreeMap<Character, Node<T>> building = new TreeMap<>();
        private final List<T> values = new ArrayList<>(0);
        private char[] keys = {};
        private final List<Node<T>> children = new ArrayList<>(0);

        Node<T> grow(char c) {
            return building.computeIfAbsent(c, k -> new Node<>());
        }

        /** Packs the children, all the way down, into sorted arrays: half the memory and no boxing while walking. */
        void freeze() {
            keys = new char[building.size()];
            var i = 0;
            for (var entry : building.entrySet()) {
                keys[i++] = entry.getKey();
                children.add(entry.getValue());
                entry.getValue().freeze();
            }
            building.clear();
        }

        @Nullable
        Node<T> next(char c) {
            var low = 0;
            var high = keys.length - 1;
            while (low <= high) {
                var middle = (low + high) >>> 1;
                if (keys[middle] == c) {
                    return children.get(middle);
                }
                if (keys[middle] < c) {
                    low = middle + 1;
                } else {
                    high = middle - 1;
                }
            }
            return null;
        }
    }

    /** Adds a term; several values may share one. */
    public void add(Term term, T value) {
        var node = root;
        var words = FoldedText.of(term.text(), inflection.splitsAtApostrophe());
        for (var i = 0; i < words.length(); ) {
            if (words.at(i) == ' ') {
                node = node.grow(' ');
                i++;
            }
            var end = words.wordEnd(i + 1);
            node = addWord(node, words.slice(i, end), term, end == words.length());
            i = end;
        }
        if (!node.values.contains(value)) {
            node.values.add(value);
        }
    }

    private Node<T> addWord(Node<T> from, String word, Term term, boolean last) {
        var open = term.open() && last;
        var inflected =
                !term.exact() && !open && !Folding.isHan(word.charAt(0)) && word.length() >= inflection.minStem();
        var node = from;
        for (var c : (inflected ? inflection.stem(word) : word).toCharArray()) {
            node = node.grow(c);
        }
        if (open) {
            return node.grow(ANY);
        }
        return inflected ? node.grow(ENDING) : node;
    }

    /** Ends the adding: from here on the tree is only read, by any number of threads. */
    public TermTrie<T> freeze() {
        root.freeze();
        return this;
    }

    /** Finds every term at every word, also inside longer ones, in the order of their beginnings. */
    public void scan(FoldedText text, Consumer<Hit<T>> found) {
        for (var i = 0; i < text.length(); i++) {
            if (text.isStart(i)) {
                walk(root, text, i, i, found);
                if (inflection.hasPrefixes()) {
                    scanBehindPrefixes(text, i, found);
                }
            }
        }
    }

    private void scanBehindPrefixes(FoldedText text, int start, Consumer<Hit<T>> found) {
        var end = Math.min(text.wordEnd(start), start + 5);
        for (var i = start + 1; i < end; i++) {
            if (inflection.isPrefix(text.slice(start, i))) {
                walk(root, text, i, i, found);
            }
        }
    }

    private void walk(Node<T> from, FoldedText text, int start, int at, Consumer<Hit<T>> found) {
        Node<T> node = from;
        var i = at;
        while (node != null) {
            if (i > start) {
                report(node, text, start, i, found);
                passOver(node.next(ANY), text, start, i, true, found);
                passOver(node.next(ENDING), text, start, i, false, found);
            }
            node = i < text.length() ? node.next(text.at(i)) : null;
            i++;
        }
    }

    private void passOver(
            @Nullable Node<T> node, FoldedText text, int start, int at, boolean any, Consumer<Hit<T>> found) {
        if (node == null) {
            return;
        }
        var end = text.wordEnd(at);
        if (any || end == at || inflection.isEnding(text.slice(at, end))) {
            report(node, text, start, end, found);
            var next = end < text.length() ? node.next(text.at(end)) : null;
            if (next != null) {
                walk(next, text, start, end + 1, found);
            }
        }
    }

    private void report(Node<T> node, FoldedText text, int start, int end, Consumer<Hit<T>> found) {
        if (!node.values.isEmpty() && text.isEnd(end)) {
            for (var value : node.values) {
                found.accept(new Hit<>(value, text.sourceStart(start), text.sourceEnd(end)));
            }
        }
    }
}
