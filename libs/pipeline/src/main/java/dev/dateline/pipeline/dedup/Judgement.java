package dev.dateline.pipeline.dedup;

import dev.dateline.pipeline.DropReason;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.Story;
import dev.dateline.schema.UniqueArticle;
import java.util.List;
import java.util.Optional;

/**
 * What became of one record: exactly one of {@code unique}, {@code duplicate} and {@code dropped} is there.
 *
 * @param unique to publish: a version of an original
 * @param duplicate to publish: a version of a copy
 * @param dropped why nothing is published
 * @param stories to publish: the newest record of each story that changed, most often none or one
 * @param detail the match or the figures behind it, for people; may be empty
 */
public record Judgement(
        Optional<UniqueArticle> unique,
        Optional<DuplicateArticle> duplicate,
        Optional<DropReason> dropped,
        List<Story> stories,
        String detail) {

    static Judgement unique(UniqueArticle article, List<Story> stories, String detail) {
        return new Judgement(Optional.of(article), Optional.empty(), Optional.empty(), stories, detail);
    }

    static Judgement duplicate(DuplicateArticle article, List<Story> stories, String detail) {
        return new Judgement(Optional.empty(), Optional.of(article), Optional.empty(), stories, detail);
    }

    static Judgement dropped(DropReason reason, String detail) {
        return new Judgement(Optional.empty(), Optional.empty(), Optional.of(reason), List.of(), detail);
    }
}
