package dev.dateline.pipeline.feed;

import dev.dateline.schema.FeedItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds an item within the limits; an empty text is an absent one. Used for one item, by one thread. */
final class EntryBuilder {
    private final FeedLimits limits;
    private final FeedItem.Builder item = FeedItem.newBuilder();

    EntryBuilder(FeedLimits limits) {
        this.limits = limits;
    }

    EntryBuilder id(Optional<String> id) {
        item.setId(shortText(id));
        return this;
    }

    EntryBuilder title(Optional<String> plain) {
        item.setTitle(shortText(plain));
        return this;
    }

    EntryBuilder texts(Optional<String> summary, Optional<String> content) {
        item.setSummary(present(summary, limits.text()));
        item.setContent(present(content, limits.text()));
        return this;
    }

    EntryBuilder dates(Optional<Instant> published, Optional<Instant> updated) {
        item.setPublished(published.orElse(null));
        item.setUpdated(updated.orElse(null));
        return this;
    }

    EntryBuilder authors(Stream<String> authors) {
        item.setAuthors(values(authors));
        return this;
    }

    EntryBuilder categories(Stream<String> categories) {
        item.setCategories(values(categories));
        return this;
    }

    EntryBuilder language(Optional<String> language) {
        item.setLanguage(shortText(language));
        return this;
    }

    FeedEntry entry(Optional<String> link, Stream<FeedLink> links) {
        item.setLink(link.orElse(null));
        return new FeedEntry(
                item.build(), links.distinct().limit(limits.values()).toList());
    }

    private List<String> values(Stream<String> values) {
        return values.map(value -> FeedLimits.cut(value.strip(), limits.title()))
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(limits.values())
                .toList();
    }

    private @Nullable String shortText(Optional<String> text) {
        return present(text, limits.title());
    }

    private static @Nullable String present(Optional<String> text, int most) {
        return text.map(value -> FeedLimits.cut(value.replace("\0", "").strip(), most))
                .filter(value -> !value.isEmpty())
                .orElse(null);
    }
}
