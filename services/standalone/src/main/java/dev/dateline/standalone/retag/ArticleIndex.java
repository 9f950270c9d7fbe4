package dev.dateline.standalone.retag;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the newest record of each article of a partition stands: newest as the tables have it, by version, withdrawal, taxonomy,
 * offset. Takes about 200 bytes for an article.
 */
final class ArticleIndex {
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> taxonomies = new HashMap<>();

    private record Standing(int version, boolean withdrawn, String taxonomy, long offset) {
        static final Comparator<Standing> ORDER = Comparator.comparingInt(Standing::version)
                .thenComparing(Standing::withdrawn)
                .thenComparing(Standing::taxonomy)
                .thenComparingLong(Standing::offset);
    }

    private record Place(Standing newest, long last) {}

    /** Takes the next record of the partition. */
    void add(String key, EnrichedArticle article, long offset) {
        var taxonomy = taxonomies.computeIfAbsent(article.getTaxonomyVersion(), version -> version);
        var withdrawn = article.getStatus() == ArticleStatus.WITHDRAWN;
        var standing = new Standing(article.getVersion(), withdrawn, taxonomy, offset);
        places.merge(
                key,
                new Place(standing, offset),
                (before, now) -> new Place(newer(before.newest(), now.newest()), now.last()));
    }

    private static Standing newer(Standing one, Standing other) {
        return Standing.ORDER.compare(one, other) > 0 ? one : other;
    }

    /** Forgets an article whose record was deleted. */
    void remove(String key) {
        places.remove(key);
    }

    /** True for the offset of the newest record of an article. */
    boolean isNewest(String key, long offset) {
        var place = places.get(key);
        return place != null && place.newest().offset() == offset;
    }

    /**
     * The offsets of newest records behind which an older one of the same article stands: compaction would keep that one. It comes
     * about when a new version is published while the one before is tagged again.
     */
    List<Long> hidden() {
        return places.values().stream()
                .filter(place -> place.last() > place.newest().offset())
                .map(place -> place.newest().offset())
                .sorted()
                .toList();
    }

    int size() {
        return places.size();
    }
}
