package dev.dateline.pipeline.page;

import dev.dateline.schema.HostBoilerplate;
import dev.dateline.schema.RemovedBlock;
import dev.dateline.schema.RepeatedBlock;
import dev.dateline.schema.TextEdge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The blocks that one host repeats, and how they come off its texts: as a run at the very end or the very head, never so much
 * that less than half of the text is left or that a page would be dropped as too short for it.
 */
public final class LearntBlocks {
    /** Stands between the blocks of a clean text. */
    public static final String BETWEEN = "\n\n";
    /** Characters of a block that may be learnt; what is longer is never compared. */
    public static final int LONGEST = 1_000;

    public static final LearntBlocks NONE = new LearntBlocks(0, Set.of(), Set.of());

    private final int version;
    private final Set<String> head;
    private final Set<String> tail;

    private LearntBlocks(int version, Set<String> head, Set<String> tail) {
        this.version = version;
        this.head = head;
        this.tail = tail;
    }

    /** Makes the blocks of a record ready to compare with. */
    public static LearntBlocks of(HostBoilerplate learnt) {
        return new LearntBlocks(learnt.getVersion(), plain(learnt, TextEdge.HEAD), plain(learnt, TextEdge.TAIL));
    }

    private static Set<String> plain(HostBoilerplate learnt, TextEdge edge) {
        return learnt.getBlocks().stream()
                .filter(block -> block.getEdge() == edge)
                .map(RepeatedBlock::getText)
                .map(Line::plain)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Which version of the host's boilerplate this is; 0 for none. */
    public int version() {
        return version;
    }

    /** How many blocks there are. */
    public int size() {
        return head.size() + tail.size();
    }

    /**
     * A text and what was taken off it.
     *
     * @param removed in the order of the page
     */
    record Trimmed(String text, List<RemovedBlock> removed) {}

    /** Takes the blocks off a clean text. */
    Trimmed trim(String text) {
        return size() == 0 ? new Trimmed(text, List.of()) : new Cut(text).trimmed();
    }

    /** One text, as its ends come nearer to each other. */
    private final class Cut {
        private final String text;
        private final List<RemovedBlock> removed = new ArrayList<>();
        private int start;
        private int end;
        /** How much may still go. */
        private int spare;

        private Cut(String text) {
            this.text = text;
            this.end = text.length();
            int size = TextSize.of(text);
            this.spare = Math.min(size / 2, size - ArticleCheck.SHORTEST);
        }

        private Trimmed trimmed() {
            cutTail();
            cutHead();
            return new Trimmed(text.substring(start, end), List.copyOf(removed));
        }

        private void cutTail() {
            int gap;
            while ((gap = text.lastIndexOf(BETWEEN, end - 1)) > 0 && goes(gap + BETWEEN.length(), end, tail)) {
                removed.add(0, new RemovedBlock(TextEdge.TAIL, text.substring(gap + BETWEEN.length(), end)));
                end = gap;
            }
        }

        private void cutHead() {
            int before = 0;
            int gap;
            while ((gap = text.indexOf(BETWEEN, start)) >= 0 && gap < end && goes(start, gap, head)) {
                removed.add(before++, new RemovedBlock(TextEdge.HEAD, text.substring(start, gap)));
                start = gap + BETWEEN.length();
            }
        }

        private boolean goes(int from, int to, Set<String> learnt) {
            if (learnt.isEmpty() || to - from > LONGEST) {
                return false;
            }
            var block = text.substring(from, to);
            if (!learnt.contains(Line.plain(block))) {
                return false;
            }
            int left = spare - TextSize.of(block);
            if (left < 0) {
                return false;
            }
            spare = left;
            return true;
        }
    }
}
