package dev.dateline.pipeline.tag.term;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A tree of sequences of numbers in three arrays, for dictionaries of many ten thousands of them: twelve bytes a node.
 *
 * <p>Nodes are numbered level by level, so that the children of one node lie side by side and those of the next node
 * follow: a node's first child is all that has to be kept (the layout without the bits of Jacobson, "Space-efficient
 * static trees and graphs", 1989). Children are found by bisection.
 */
final class PackedTrie {
    static final int ROOT = 0;
    static final int NONE = -1;

    private int[] labels = new int[1024];
    private int[] firstChild = new int[1024];
    private int[] keys = new int[1024];

    /**
     * Builds the tree of keys.
     *
     * @param sorted the keys without repetition in the order of {@link Arrays#compare(int[], int[])}
     */
    PackedTrie(List<int[]> sorted) {
        var ranges = new ArrayList<int[]>();
        ranges.add(new int[] {0, sorted.size(), 0});
        for (var node = 0; node < ranges.size(); node++) {
            var range = ranges.get(node);
            ranges.set(node, new int[0]);
            reserve(node + 1);
            firstChild[node] = ranges.size();
            var ended = grow(sorted, range, ranges);
            keys[node] = ended;
        }
        var size = ranges.size();
        reserve(size);
        firstChild[size] = size;
        labels = Arrays.copyOf(labels, size);
        keys = Arrays.copyOf(keys, size);
        firstChild = Arrays.copyOf(firstChild, size + 1);
    }

    /** Adds the children of a node, which all keys of a range pass; gives the one that ends there. */
    private int grow(List<int[]> sorted, int[] range, List<int[]> ranges) {
        var depth = range[2];
        var from = range[0];
        var ended = NONE;
        if (from < range[1] && sorted.get(from).length == depth) {
            ended = from;
            from++;
        }
        while (from < range[1]) {
            var label = sorted.get(from)[depth];
            var to = from + 1;
            while (to < range[1] && sorted.get(to)[depth] == label) {
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
            keys = Arrays.copyOf(keys, keys.length * 2);
        }
    }

    /** Gives the child that a number leads to, or {@link #NONE}. */
    int next(int node, int label) {
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

    /** True when a node's first child, in the order of numbers, is at most this one. */
    boolean hasUpTo(int node, int label) {
        var child = firstChild[node];
        return child < firstChild[node + 1] && labels[child] <= label;
    }

    boolean hasChildren(int node) {
        return firstChild[node] < firstChild[node + 1];
    }

    /** Gives the nodes at and above the ends of some keys. */
    BitSet leadingTo(IntPredicate wanted) {
        var leading = new BitSet(keys.length);
        for (var node = keys.length - 1; node >= 0; node--) {
            var child = leading.nextSetBit(firstChild[node]);
            if (keys[node] != NONE && wanted.test(keys[node]) || child >= 0 && child < firstChild[node + 1]) {
                leading.set(node);
            }
        }
        return leading;
    }

    /** Gives the place, among the sorted keys, of the one that ends at a node, or {@link #NONE}. */
    int key(int node) {
        return keys[node];
    }
}
