package dev.dateline.pipeline.feed;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds what a feed or an item says, within the limits; an empty text is an absent one. Used once, by one thread. */
final class DetailBuilder {
    private final FeedLimits limits;
    private @Nullable String id;
    private @Nullable String title;
    private @Nullable String description;
    private @Nullable FeedMoment published;
    private @Nullable FeedMoment updated;
    private List<FeedPerson> authors = List.of();
    private List<FeedPerson> contributors = List.of();
    private List<FeedCategory> categories = List.of();
    private List<FeedLink> links = List.of();
    private @Nullable String rights;
    private @Nullable String image;
    private @Nullable String place;

    DetailBuilder(FeedLimits limits) {
        this.limits = limits;
    }

    DetailBuilder id(Optional<String> found) {
        id = limits.shortText(found);
        return this;
    }

    DetailBuilder texts(Optional<String> heading, Optional<String> summary) {
        title = limits.shortText(heading);
        description = limits.longText(summary);
        return this;
    }

    DetailBuilder dates(Optional<FeedMoment> first, Optional<FeedMoment> last) {
        published = first.map(this::cut).orElse(null);
        updated = last.map(this::cut).orElse(null);
        return this;
    }

    DetailBuilder people(Stream<FeedPerson> wrote, Stream<FeedPerson> helped) {
        authors = some(wrote, this::cut);
        contributors = some(helped, this::cut);
        return this;
    }

    DetailBuilder categories(Stream<FeedCategory> found) {
        categories = some(found, this::cut).stream()
                .filter(category ->
                        category.scheme() != null || category.shown().isPresent())
                .toList();
        return this;
    }

    DetailBuilder links(Stream<FeedLink> found) {
        links = found.distinct().limit(limits.links()).toList();
        return this;
    }

    DetailBuilder rights(Optional<String> found) {
        rights = limits.shortText(found);
        return this;
    }

    DetailBuilder image(Optional<String> found) {
        image = found.orElse(null);
        return this;
    }

    DetailBuilder place(Optional<String> found) {
        place = found.orElse(null);
        return this;
    }

    FeedDetail build() {
        return new FeedDetail(
                id,
                title,
                description,
                published,
                updated,
                authors,
                contributors,
                categories,
                links,
                rights,
                image,
                place);
    }

    private FeedMoment cut(FeedMoment moment) {
        return new FeedMoment(
                Objects.requireNonNullElse(shortText(moment.written()), ""), moment.instant(), moment.doubt());
    }

    private FeedPerson cut(FeedPerson person) {
        return new FeedPerson(shortText(person.name()), shortText(person.email()), person.url());
    }

    private FeedCategory cut(FeedCategory category) {
        return new FeedCategory(shortText(category.term()), shortText(category.scheme()), shortText(category.label()));
    }

    private <T> List<T> some(Stream<T> values, Function<T, T> cut) {
        return values.map(cut).distinct().limit(limits.values()).toList();
    }

    private @Nullable String shortText(@Nullable String text) {
        return limits.shortText(Optional.ofNullable(text));
    }
}
