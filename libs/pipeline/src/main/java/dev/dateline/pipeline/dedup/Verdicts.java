package dev.dateline.pipeline.dedup;

import dev.dateline.schema.ArticleState;
import dev.dateline.schema.Changes;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.Sketch;
import dev.dateline.schema.Story;
import dev.dateline.schema.UniqueArticle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes verdicts out as the records to publish. */
final class Verdicts {
    private Verdicts() {}

    /** Publishes the first version of an original. */
    static Judgement first(Arrival arrival, ArticleState state, String detail) {
        return unique(arrival, state, EventType.CREATED, null, List.of(), detail);
    }

    /** Publishes a later version of an original. */
    static Judgement unique(
            Arrival arrival, ArticleState before, ArticleState state, EventType event, List<Story> stories) {
        var changes = event == EventType.WITHDRAWN ? null : changes(before.getSketch(), state.getSketch());
        return unique(arrival, state, event, changes, stories, "version " + state.getVersion());
    }

    /** Publishes a version of a copy. */
    static Judgement duplicate(
            Arrival arrival, ArticleState state, EventType event, List<Story> stories, String detail) {
        return Judgement.duplicate(
                DuplicateArticle.newBuilder()
                        .setArticle(withoutSketch(arrival.article()))
                        .setVersion(state.getVersion())
                        .setEvent(event)
                        .setDuplicateOf(state.getDuplicateOf())
                        .setStoryId(state.getStoryId())
                        .setSimilarity(state.getSimilarity())
                        .setContainment(state.getContainment())
                        .setKind(state.getKind())
                        .build(),
                stories,
                detail);
    }

    /** Gives a copy's state with what comparing it gave. */
    static ArticleState compared(ArticleState copy, Comparison comparison) {
        return ArticleState.newBuilder(copy)
                .setSimilarity(comparison.likeness().jaccard())
                .setContainment(comparison.likeness().containment())
                .setKind(comparison.kind())
                .build();
    }

    private static Judgement unique(
            Arrival arrival,
            ArticleState state,
            EventType event,
            @Nullable Changes changes,
            List<Story> stories,
            String detail) {
        return Judgement.unique(
                UniqueArticle.newBuilder()
                        .setArticle(withoutSketch(arrival.article()))
                        .setVersion(state.getVersion())
                        .setEvent(event)
                        .setStoryId(state.getStoryId())
                        .setChanges(changes)
                        .build(),
                stories,
                detail);
    }

    /** Reckons from the sketches: a word more is about a shingle more. Null when they cannot be compared. */
    private static @Nullable Changes changes(@Nullable Sketch before, @Nullable Sketch after) {
        var old = Fingerprint.of(before);
        var now = Fingerprint.of(after);
        if (old.isEmpty() || now.isEmpty()) {
            return null;
        }
        int oldSize = old.get().size();
        int newSize = now.get().size();
        double shared = old.get().shingles().overlap(now.get().shingles()).containment() * Math.min(oldSize, newSize);
        return Changes.newBuilder()
                .setTitleChanged(old.get().title() != now.get().title())
                .setWordsAdded((int) Math.round(Math.max(0, newSize - shared)))
                .setWordsRemoved((int) Math.round(Math.max(0, oldSize - shared)))
                .build();
    }

    private static CleanArticle withoutSketch(CleanArticle article) {
        return CleanArticle.newBuilder(article).setSketch(null).build();
    }
}
