package dev.dateline.pipeline.dedup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes an index that was made from the states to where its entries are kept, a few at a time. What changes meanwhile is written by
 * whoever changes it; every other article keeps its slot, so going through the slots once is enough.
 */
final class IndexCopy {
    private final IndexEntries entries;
    private final Deque<String> outdated;
    private final int slots;
    private int slot;

    /**
     * Makes one that has written nothing.
     *
     * @param before articles whose entries were kept when the index was made
     */
    IndexCopy(IndexEntries entries, List<String> before) {
        this.entries = entries;
        this.outdated = new ArrayDeque<>(before);
        this.slots = entries.index().slots();
    }

    boolean isDone() {
        return outdated.isEmpty() && slot == slots;
    }

    /** Goes on by so many entries. */
    void step(int most) {
        for (int i = 0; i < most && !isDone(); i++) {
            if (outdated.isEmpty()) {
                entries.index().at(slot++).ifPresent(this::write);
            } else {
                giveUp(outdated.remove());
            }
        }
    }

    private void write(String articleId) {
        var entry = entries.index().get(articleId);
        if (entry != null) {
            entries.put(articleId, entry);
        }
    }

    private void giveUp(String articleId) {
        if (!entries.index().holds(articleId)) {
            entries.delete(articleId);
        }
    }
}
