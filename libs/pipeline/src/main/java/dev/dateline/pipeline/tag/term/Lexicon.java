package dev.dateline.pipeline.tag.term;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The words of all terms of one language, whatever the terms stand for, and how a text may write them.
 *
 * <p>An entry is a word in one use: within a phrase or at its end as it stands, or a stem that a language's {@link
 * Inflection} knows endings for, or one that anything may follow ({@code нефт*}). A text's word is a form of a few entries
 * at most. What it is a form of is worked out once and remembered, since a few thousand words are nine tenths of all news.
 *
 * <p>First all tries add their terms, then {@link #freeze} ends the adding: from there on any number of threads may read.
 */
public final class Lexicon {
    /** How a word stands in a term. */
    enum Use {
        /** As it is, as the last word. */
        LAST,
        /** A stem that anything may follow. */
        ANY_REST,
        /** A stem that the language's endings may follow. */
        ENDING,
        /** As it is, with more words of the term behind it. */
        INNER;

        char label() {
            return (char) (ordinal() + 1);
        }
    }

    /** What a whole word may be, in the order that terms found at one place are given in: those that go on are last. */
    private static final Use[] WHOLE = Use.values();

    private static final Word.Rest[] NO_RESTS = {};
    private static final int LONGEST_PREFIX = 4;
    /** Words remembered: a power of two. */
    private static final int REMEMBERED = 1 << 16;
    /** Places for one word: a power of two. */
    private static final int NEIGHBOURS = 4;
    /** Longer ones are hardly words, and not worth remembering; nor are long numbers, of which there is no end. */
    private static final int LONGEST_REMEMBERED = 40;

    private static final int LONGEST_NUMBER = 4;

    private final Inflection inflection;
    private final Map<String, Integer> building = new HashMap<>();
    private PackedTrie tree = new PackedTrie(List.of());
    /** How terms may begin: in which trie, at which of its nodes. */
    private final List<Beginning> beginnings = new ArrayList<>();

    private record Beginning(PackedTrie trie, IntPredicate isOpen) {}

    /** Entries in the order of the tree's keys. */
    private int[] entries = Numbers.NONE;
    /** What a word leads to that begins no term. */
    private int[][] nowhere = {};
    /** The word that is in no term: what most words are. */
    private Word unknown = new Word(Numbers.NONE, nowhere, NO_RESTS);
    /** Threads may overwrite each other here, as spellings are immutable. */
    private final @Nullable Spelling[] remembered = new Spelling[REMEMBERED];

    public Lexicon(Inflection inflection) {
        this.inflection = inflection;
    }

    public Inflection inflection() {
        return inflection;
    }

    /** Adds an entry, or finds it; gives its number, from 0. */
    int add(String word, Use use) {
        return building.computeIfAbsent(word + use.label(), key -> building.size());
    }

    /**
     * Takes note of a way in which terms may begin.
     *
     * @param trie one that has all its terms
     * @param isOpen tells which nodes lead on
     * @return its number among the beginnings of words
     */
    int add(PackedTrie trie, IntPredicate isOpen) {
        beginnings.add(new Beginning(trie, isOpen));
        return beginnings.size() - 1;
    }

    /** Ends the adding. */
    public Lexicon freeze() {
        var words = building.keySet().stream().sorted().toList();
        tree = new PackedTrie(words.stream().map(w -> w.chars().toArray()).toList());
        entries = words.stream()
                .mapToInt(w -> Objects.requireNonNull(building.get(w)))
                .toArray();
        building.clear();
        nowhere = new int[beginnings.size()][0];
        unknown = new Word(Numbers.NONE, nowhere, NO_RESTS);
        return this;
    }

    /** Folds a text and looks up its words. */
    public Words read(String source) {
        var text = FoldedText.of(source, inflection.splitsAtApostrophe());
        var words = new Word[text.size()];
        var begun = 0;
        for (var i = 0; i < words.length; i++) {
            words[i] = word(text.letters(), text.from(i), text.from(i + 1));
            begun += words[i].begins() ? 1 : 0;
        }
        return new Words(text, words, begun);
    }

    /** Gives a word that is remembered, at its place or one of the three beside it, which they share; or reads it. */
    private Word word(char[] letters, int from, int to) {
        var first = Spelling.first(letters, from, to);
        var second = Spelling.second(letters, from, to);
        var place = Spelling.hash(first, second, to - from) & (REMEMBERED - 1);
        for (var beside = 0; beside < NEIGHBOURS; beside++) {
            var spelling = remembered[place ^ beside];
            if (spelling != null && spelling.isAt(letters, from, to, first, second)) {
                return spelling.word();
            }
        }
        var read = read(letters, from, to);
        if (isWorthRemembering(letters, from, to)) {
            remember(new Spelling(Arrays.copyOfRange(letters, from, to), read), place);
        }
        return read;
    }

    private static boolean isWorthRemembering(char[] letters, int from, int to) {
        return to - from <= (Character.isDigit(letters[from]) ? LONGEST_NUMBER : LONGEST_REMEMBERED);
    }

    /** Puts a word at its place or a free one beside it; where none is free, the others move on and one is forgotten. */
    private void remember(Spelling spelling, int place) {
        for (var beside = 0; beside < NEIGHBOURS; beside++) {
            if (remembered[place ^ beside] == null) {
                remembered[place ^ beside] = spelling;
                return;
            }
        }
        for (var beside = NEIGHBOURS - 1; beside > 0; beside--) {
            remembered[place ^ beside] = remembered[place ^ beside - 1];
        }
        remembered[place] = spelling;
    }

    private Word read(char[] letters, int from, int to) {
        var entries = entries(letters, from, to);
        var rests = inflection.hasPrefixes() ? rests(letters, from, to) : NO_RESTS;
        return entries.length == 0 && rests.length == 0 ? unknown : new Word(entries, beginnings(entries), rests);
    }

    private int[][] beginnings(int[] entries) {
        if (entries.length == 0) {
            return nowhere;
        }
        var nodes = new int[beginnings.size()][];
        for (var i = 0; i < nodes.length; i++) {
            nodes[i] = nodes(beginnings.get(i), entries);
        }
        return nodes;
    }

    private static int[] nodes(Beginning beginning, int[] entries) {
        var nodes = new Numbers();
        for (var entry : entries) {
            var node = beginning.trie().next(PackedTrie.ROOT, entry);
            if (node != PackedTrie.NONE && beginning.isOpen().test(node)) {
                nodes.add(node);
            }
        }
        return nodes.toArray();
    }

    /** What is left of a word behind each prefix that the language knows. */
    private Word.Rest[] rests(char[] letters, int from, int to) {
        var rests = new ArrayList<Word.Rest>();
        for (var skipped = 1; skipped <= LONGEST_PREFIX && from + skipped < to; skipped++) {
            if (inflection.isPrefix(CharBuffer.wrap(letters, from, skipped))) {
                var entries = entries(letters, from + skipped, to);
                if (entries.length > 0) {
                    rests.add(new Word.Rest(skipped, beginnings(entries)));
                }
            }
        }
        return rests.isEmpty() ? NO_RESTS : rests.toArray(NO_RESTS);
    }

    /** Gives the entries that a word is a form of: the shortest stems first, what is the whole word last. */
    private int[] entries(char[] letters, int from, int to) {
        var found = new Numbers();
        var node = tree.next(PackedTrie.ROOT, letters[from]);
        for (var end = from + 1; node != PackedTrie.NONE; end++) {
            if (end == to) {
                for (var use : WHOLE) {
                    addEntry(tree.next(node, use.label()), found);
                }
                break;
            }
            if (tree.hasUpTo(node, Use.ENDING.label())) {
                addEntry(tree.next(node, Use.ANY_REST.label()), found);
                var stem = tree.next(node, Use.ENDING.label());
                if (stem != PackedTrie.NONE && inflection.isEnding(CharBuffer.wrap(letters, end, to - end))) {
                    addEntry(stem, found);
                }
            }
            node = tree.next(node, letters[end]);
        }
        return found.toArray();
    }

    private void addEntry(int node, Numbers found) {
        if (node != PackedTrie.NONE) {
            found.add(entries[tree.key(node)]);
        }
    }
}
