package dev.dateline.pipeline.tag.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

/**
 * A tree of characters in two arrays, for dictionaries of many ten thousands of words: about ten bytes a node.
 *
 * <p>Nodes are numbered level by level, so that the children of one node lie side by side and those of the next node
 * follow: a node's first child is all that has to be kept (the layout without the bits of Jacobson, "Space-efficient
 * static trees and graphs", 1989). Children are found by bisection.
 */
final class PackedTrie<T> {
    static final int ROOT = 0;
    static final int NONE = -1;

    /** The alphabets whose letters have their way from the root in a table: up to Arabic. */
    private static final int ALPHABETS = 0x700;

    private final int[] first = new int[ALPHABETS];
    private char[] labels = new char[1024];
    private int[] firstChild = new int[1024];
    private final List<List<T>> values = new ArrayList<>();
    /** Which nodes have values: asked at every word, and small enough to stay near the processor. */
    private final BitSet ends = new BitSet();

    /** Builds the tree of terms in the order of their characters. */
    PackedTrie(SortedMap<String, List<T>> terms) {
        var keys = terms.keySet().toArray(new String[0]);
        var ranges = new ArrayList<int[]>();
        ranges.add(new int[] {0, keys.length, 0});
        for (var node = 0; node < ranges.size(); node++) {
            var range = ranges.get(node);
            ranges.set(node, new int[0]);
            reserve(node + 1);
            firstChild[node] = ranges.size();
            var ended = grow(terms, keys, range, ranges);
            ends.set(node, !ended.isEmpty());
            values.add(ended);
        }
        var size = ranges.size();
        reserve(size);
        firstChild[size] = size;
        labels = Arrays.copyOf(labels, size);
        firstChild = Arrays.copyOf(firstChild, size + 1);
        for (char label = 0; label < first.length; label++) {
            first[label] = next(ROOT, label);
        }
    }

    /** Adds the children of a node, which all terms of a range pass; gives the values of the one that ends there. */
    private List<T> grow(SortedMap<String, List<T>> terms, String[] keys, int[] range, List<int[]> ranges) {
        var depth = range[2];
        var from = range[0];
        var ended = List.<T>of();
        if (from < range[1] && keys[from].length() == depth) {
            ended = List.copyOf(terms.get(keys[from]));
            from++;
        }
        while (from < range[1]) {
            var label = keys[from].charAt(depth);
            var to = from + 1;
            while (to < range[1] && keys[to].charAt(depth) == label) {
                to++;
            }
            reserve(ranges.size());
            labels[ranges.size()] = label;
            ranges.add(new int[] {from, to, depth + 1});
            from = to;
        }
        return ended;
    }

    private void reserve(int node) {
        if (node + 1 >= labels.length) {
            labels = Arrays.copyOf(labels, labels.length * 2);
            firstChild = Arrays.copyOf(firstChild, firstChild.length * 2);
        }
    }

    /** Gives the child of the root that a character leads to, or {@link #NONE}: every word of a text asks for it. */
    int first(char label) {
        return label < first.length ? first[label] : next(ROOT, label);
    }

    /** True when a node's first child, in the order of characters, is at most this one. */
    boolean hasUpTo(int node, char label) {
        var child = firstChild[node];
        return child < firstChild[node + 1] && labels[child] <= label;
    }

    /** Gives the child that a character leads to, or {@link #NONE}. */
    int next(int node, char label) {
        var low = firstChild[node];
        var high = firstChild[node + 1] - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            if (labels[middle] == label) {
                return middle;
            }
            if (labels[middle] < label) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return NONE;
    }

    List<T> values(int node) {
        return ends.get(node) ? values.get(node) : List.of();
    }
}
