package dev.dateline.fetcher.visit;

import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.FetchVisit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Every article page that is known, by its link in canonical form. Not thread-safe. */
final class PageBook {
    private final Map<String, KnownPage> pages = new HashMap<>();
    private final Map<String, String> linkByArticle = new HashMap<>();
    private final Map<String, Set<String>> linksBySource = new HashMap<>();

    /** A page and the partition that remembers it, which is that of its site. */
    record KnownPage(int partition, FetchVisit visit) {}

    /** The name of a page: links that differ only in tracking and the like are one. Null when it is no web address. */
    static @Nullable String linkOf(String url) {
        return CanonicalUrl.parse(url).map(CanonicalUrl::value).orElse(null);
    }

    Optional<KnownPage> find(String link) {
        return Optional.ofNullable(pages.get(link));
    }

    boolean knows(String link) {
        return pages.containsKey(link);
    }

    /** Remembers a page; of one that needs no more visits, by far the most, only what tells it when it is listed again. */
    void put(String link, int partition, FetchVisit visit) {
        pages.put(link, new KnownPage(partition, Visits.isResting(visit) ? Visits.resting(visit, link) : visit));
        linksBySource
                .computeIfAbsent(visit.getSourceId(), any -> new HashSet<>())
                .add(link);
        if (visit.getArticleId() != null) {
            linkByArticle.putIfAbsent(visit.getArticleId(), link);
        }
    }

    void remove(String link) {
        var page = pages.remove(link);
        if (page == null) {
            return;
        }
        var visit = page.visit();
        linksBySource.computeIfPresent(visit.getSourceId(), (id, links) -> {
            links.remove(link);
            return links.isEmpty() ? null : links;
        });
        if (visit.getArticleId() != null) {
            linkByArticle.remove(visit.getArticleId(), link);
        }
    }

    /** Says whether an article was brought by another link than the given one. */
    boolean isBroughtByOther(String articleId, String link) {
        var first = linkByArticle.get(articleId);
        return first != null && !first.equals(link);
    }

    Collection<String> linksOf(String sourceId) {
        return List.copyOf(linksBySource.getOrDefault(sourceId, Set.of()));
    }

    /** Gives when each page of a source was asked for last. */
    List<Instant> attemptsOf(String sourceId) {
        return linksOf(sourceId).stream()
                .flatMap(link -> find(link).stream())
                .map(KnownPage::visit)
                .filter(Visits::wasAsked)
                .map(FetchVisit::getLastAttempt)
                .toList();
    }

    void drop(Set<Integer> partitions) {
        List.copyOf(pages.entrySet()).stream()
                .filter(entry -> partitions.contains(entry.getValue().partition()))
                .forEach(entry -> remove(entry.getKey()));
    }

    /** Gives the links that need no more visits and had none since a time. */
    List<String> restingSince(Instant time) {
        var links = new ArrayList<String>();
        pages.forEach((link, page) -> {
            if (Visits.isResting(page.visit()) && page.visit().getLastAttempt().isBefore(time)) {
                links.add(link);
            }
        });
        return links;
    }

    int size() {
        return pages.size();
    }
}
