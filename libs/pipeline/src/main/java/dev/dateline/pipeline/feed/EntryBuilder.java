package dev.dateline.pipeline.feed;

import dev.dateline.schema.Contracts;
import dev.dateline.schema.FeedItem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds an item: what the pipeline goes on with is made of what the feed says. Used for one item, by one thread. */
final class EntryBuilder {
    static {
        Contracts.trust();
    }

    private final FeedLimits limits;
    private final FeedDetail detail;
    private final FeedItem.Builder item;

    EntryBuilder(FeedLimits limits, FeedDetail detail) {
        this.limits = limits;
        this.detail = detail;
        this.item = FeedItem.newBuilder()
                .setId(detail.id())
                .setTitle(limits.shortText(Optional.ofNullable(detail.title()).map(FeedMarkup::plain)))
                .setSummary(detail.description())
                .setPublished(instant(detail.published()))
                .setUpdated(instant(detail.updated()))
                .setPublishedDoubt(FeedMoment.doubtOf(detail.published()))
                .setUpdatedDoubt(FeedMoment.doubtOf(detail.updated()))
                .setAuthors(names(detail.authors()))
                .setCategories(values(detail.categories().stream().flatMap(category -> category.shown().stream())));
    }

    /** Sets a title that is not to be read as markup. */
    EntryBuilder title(Optional<String> plain) {
        item.setTitle(limits.shortText(plain));
        return this;
    }

    EntryBuilder content(Optional<String> content) {
        item.setContent(limits.longText(content));
        return this;
    }

    /** Says who wrote an item that does not name its authors. */
    EntryBuilder otherwiseBy(List<FeedPerson> authors) {
        if (detail.authors().isEmpty()) {
            item.setAuthors(names(authors));
        }
        return this;
    }

    EntryBuilder language(Optional<String> language) {
        item.setLanguage(limits.shortText(language));
        return this;
    }

    FeedEntry entry(Optional<String> link) {
        item.setLink(link.orElse(null));
        return new FeedEntry(item.build(), detail);
    }

    private List<String> names(List<FeedPerson> people) {
        return values(people.stream().flatMap(person -> person.called().stream()));
    }

    private List<String> values(Stream<String> values) {
        return values.map(value -> FeedLimits.cut(FeedMarkup.plain(value), limits.value()))
                .filter(value -> !value.isEmpty())
                .distinct()
                .limit(limits.values())
                .toList();
    }

    private static @Nullable Instant instant(@Nullable FeedMoment moment) {
        return moment == null ? null : moment.instant();
    }
}
