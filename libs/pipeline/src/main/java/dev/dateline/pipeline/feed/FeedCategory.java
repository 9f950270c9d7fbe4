package dev.dateline.pipeline.feed;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A category as a feed writes it.
 *
 * @param term what stands for it within its scheme; may hold markup
 * @param scheme whose list of categories it is from
 * @param label the term for people
 */
public record FeedCategory(
        @Nullable String term,
        @Nullable String scheme,
        @Nullable String label) {

    /** Gives a category that is no more than a word. */
    static FeedCategory of(String term) {
        return new FeedCategory(term, null, null);
    }

    /** Gives what to show: the label, else the term. */
    public Optional<String> shown() {
        return Optional.ofNullable(label).or(() -> Optional.ofNullable(term));
    }
}
