package dev.dateline.pipeline.tag.term;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

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
    private final TreeMap<String, List<T>> building = new TreeMap<>();
    private PackedTrie<T> tree = new PackedTrie<>(new TreeMap<>());

    public TermTrie(Inflection inflection) {
        this.inflection = inflection;
    }

    public Inflection inflection() {
        return inflection;
    }

    /** Adds a term; several values may share one. */
    public void add(Term term, T value) {
        var path = new StringBuilder();
        var words = FoldedText.of(term.text(), inflection.splitsAtApostrophe());
        for (var i = 0; i < words.length(); ) {
            if (words.at(i) == ' ') {
                path.append(' ');
                i++;
            }
            var end = words.wordEnd(i + 1);
            addWord(path, words.slice(i, end), term, end == words.length());
            i = end;
        }
        var values = building.computeIfAbsent(path.toString(), k -> new ArrayList<>(1));
        if (!values.contains(value)) {
            values.add(value);
        }
    }

    private void addWord(StringBuilder path, String word, Term term, boolean last) {
        var open = term.open() && last;
        var inflected =
                !term.exact() && !open && !Folding.isHan(word.charAt(0)) && word.length() >= inflection.minStem();
        path.append(inflected ? inflection.stem(word) : word);
        if (open) {
            path.append(ANY);
        } else if (inflected) {
            path.append(ENDING);
        }
    }

    /** Ends the adding: from here on the tree is only read, by any number of threads. */
    public TermTrie<T> freeze() {
        tree = new PackedTrie<>(building);
        building.clear();
        return this;
    }

    /** Finds every term that begins with a capital letter, which leaves most words of a text untouched. */
    public void scanCapitalised(FoldedText text, Consumer<Hit<T>> found) {
        for (var i = 0; i < text.length(); i++) {
            if (text.isStart(i) && text.isCapital(i)) {
                walk(PackedTrie.ROOT, text, i, i, found);
            }
        }
    }

    /** Finds every term at every word, also inside longer ones, in the order of their beginnings. */
    public void scan(FoldedText text, Consumer<Hit<T>> found) {
        for (var i = 0; i < text.length(); i++) {
            if (text.isStart(i)) {
                walk(PackedTrie.ROOT, text, i, i, found);
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
                walk(PackedTrie.ROOT, text, i, i, found);
            }
        }
    }

    private void walk(int from, FoldedText text, int start, int at, Consumer<Hit<T>> found) {
        var i = at;
        var node = from;
        while (node != PackedTrie.NONE) {
            if (i > start) {
                report(node, text, start, i, found);
                if (tree.hasUpTo(node, ANY)) {
                    passOver(tree.next(node, ANY), text, start, i, true, found);
                    passOver(tree.next(node, ENDING), text, start, i, false, found);
                }
            }
            if (i == text.length()) {
                return;
            }
            node = node == PackedTrie.ROOT ? tree.first(text.at(i)) : tree.next(node, text.at(i));
            i++;
        }
    }

    private void passOver(int node, FoldedText text, int start, int at, boolean any, Consumer<Hit<T>> found) {
        if (node == PackedTrie.NONE) {
            return;
        }
        var end = text.wordEnd(at);
        if (any || end == at || inflection.isEnding(text.slice(at, end))) {
            report(node, text, start, end, found);
            var next = end < text.length() ? tree.next(node, text.at(end)) : PackedTrie.NONE;
            if (next != PackedTrie.NONE) {
                walk(next, text, start, end + 1, found);
            }
        }
    }

    private void report(int node, FoldedText text, int start, int end, Consumer<Hit<T>> found) {
        if (text.isEnd(end)) {
            for (var value : tree.values(node)) {
                found.accept(new Hit<>(value, text.sourceStart(start), text.sourceEnd(end)));
            }
        }
    }
}
