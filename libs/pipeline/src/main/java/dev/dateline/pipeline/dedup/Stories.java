package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.Story;
import dev.dateline.schema.StoryCopy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Keeps which copies belong to a root, and writes the record that tells subscribers. */
final class Stories {
    /**
     * Copies that a story names. All further ones are counted and published as copies like any other; but each joining writes the
     * whole list again, and a record has an end.
     */
    static final int MOST_COPIES = 200;

    private final Memory memory;

    Stories(Memory memory) {
        this.memory = memory;
    }

    /** Adds a copy that is in no story yet, and gives the story's new record. */
    List<Story> join(ArticleState copy) {
        var root = root(copy);
        var copies = new ArrayList<>(root.getCopies());
        if (copies.size() < MOST_COPIES) {
            copies.add(copy.getArticleId());
        }
        return save(root, copies, count(root) + 1, copy.getTouchedAt());
    }

    /** Takes out a copy that has become an original, and gives the record of the story that it left. */
    List<Story> leave(ArticleState copy, Instant now) {
        var root = root(copy);
        var copies = new ArrayList<>(root.getCopies());
        copies.remove(copy.getArticleId());
        return save(root, copies, count(root) - 1, now);
    }

    /** Gives the new record of the story of an article that has changed; none while nobody has copied it. */
    List<Story> refresh(ArticleState changed) {
        if (changed.getDuplicateOf() == null) {
            return changed.getCopies().isEmpty() ? List.of() : List.of(record(changed));
        }
        var root = root(changed);
        return save(root, root.getCopies(), count(root), changed.getTouchedAt());
    }

    /** Keeps the story of a copy in memory for as long as the copy itself. */
    void touch(ArticleState changed) {
        if (changed.getDuplicateOf() != null) {
            memory.touch(ArticleState.newBuilder(root(changed))
                    .setTouchedAt(changed.getTouchedAt())
                    .build());
        }
    }

    private ArticleState root(ArticleState copy) {
        return memory.find(copy.getStoryId())
                .orElseThrow(() -> new IllegalStateException(
                        copy.getArticleId() + " is in story " + copy.getStoryId() + ", which has no root"));
    }

    private List<Story> save(ArticleState root, List<String> copies, int count, Instant now) {
        var touched = ArticleState.newBuilder(root)
                .setCopies(copies)
                .setCopyCount(count)
                .setTouchedAt(now)
                .build();
        memory.touch(touched);
        return isForgotten(touched) ? List.of() : List.of(record(touched));
    }

    /** Says whether no copy is known by name any more: a record without them would take them from whoever holds the last one. */
    private static boolean isForgotten(ArticleState root) {
        return Lifetime.isThin(root) || root.getCopies().isEmpty() && root.getCopyCount() > 0;
    }

    /** States from before copies were counted name them all. */
    private static int count(ArticleState root) {
        return Math.max(root.getCopyCount(), root.getCopies().size());
    }

    private Story record(ArticleState root) {
        var copies = root.getCopies().stream()
                .flatMap(id -> memory.find(id).stream())
                .toList();
        return Story.newBuilder()
                .setStoryId(root.getArticleId())
                .setTitle(root.getTitle())
                .setUrl(root.getUrl())
                .setOutlet(root.getOutlet())
                .setStatus(root.getStatus())
                .setFirstSeen(root.getFirstSeen())
                .setLastSeen(copies.stream()
                        .map(ArticleState::getFirstSeen)
                        .reduce(root.getFirstSeen(), (a, b) -> a.isAfter(b) ? a : b))
                .setCopies(copies.stream().map(Stories::copy).toList())
                .setCopyCount(count(root))
                .setOrigin(Origin.of(
                                Stream.concat(Stream.of(root), copies.stream()).toList())
                        .orElse(null))
                .build();
    }

    private static StoryCopy copy(ArticleState state) {
        return StoryCopy.newBuilder()
                .setArticleId(state.getArticleId())
                .setUrl(state.getUrl())
                .setOutlet(state.getOutlet())
                .setSeenAt(state.getFirstSeen())
                .setSimilarity(state.getSimilarity())
                .setKind(state.getKind())
                .setStatus(state.getStatus())
                .build();
    }
}
