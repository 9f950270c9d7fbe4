package dev.dateline.pipeline.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feed, or one of its items, says of itself. The texts are as written: they keep their markup, with its links made
 * absolute.
 *
 * @param description summary of an item, description or subtitle of a feed
 * @param links every link: pages, enclosures, comments, alternates
 * @param image address of a picture that stands for the whole
 * @param place latitude and longitude, as GeoRSS has them
 */
public record FeedDetail(
        @Nullable String id,
        @Nullable String title,
        @Nullable String description,
        @Nullable FeedMoment published,
        @Nullable FeedMoment updated,
        List<FeedPerson> authors,
        List<FeedPerson> contributors,
        List<FeedCategory> categories,
        List<FeedLink> links,
        @Nullable String rights,
        @Nullable String image,
        @Nullable String place) {

    public FeedDetail {
        authors = List.copyOf(authors);
        contributors = List.copyOf(contributors);
        categories = List.copyOf(categories);
        links = List.copyOf(links);
    }

    /** Gives the files that come with it: sound, pictures, films. */
    public List<FeedLink> enclosures() {
        return links.stream()
                .filter(link -> link.rel().equals(FeedLink.ENCLOSURE))
                .toList();
    }

    FeedDetail withDates(@Nullable FeedMoment first, @Nullable FeedMoment last) {
        return new FeedDetail(
                id, title, description, first, last, authors, contributors, categories, links, rights, image, place);
    }
}
