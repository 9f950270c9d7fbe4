package dev.dateline.standalone.outage;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.Story;
import dev.dateline.schema.StoryCopy;
import dev.dateline.schema.ThemeTag;
import dev.dateline.testkit.Articles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;

/**
 * News drawn at random with all that happens to it: edits, new tags, withdrawals, older versions that come once more, copies, copies
 * that are withdrawn, and copies that turn out to be originals. The same seed gives the same news.
 */
final class KnownNews {
    static final String TAXONOMY = "2026-01";
    private static final String NEWER_TAXONOMY = "2026-02";
    /** The last has no topic of its own. */
    private static final List<String> REGIONS = List.of("KZ", "KG", "UZ", "TJ", "TM", "143", "US");

    private static final List<String> THEMES =
            List.of("medtop:04000000", "medtop:06000000", "medtop:07000000", "medtop:11000000", "medtop:20000256");
    private static final int LONGEST_GAP = 400;

    private final Random random;
    /** By place in the order of sending; several of one place go one after the other. */
    private final TreeMap<Integer, List<SpecificRecord>> told = new TreeMap<>();

    private KnownNews(Random random) {
        this.random = random;
    }

    /** Gives the records in the order in which they are to be sent: of enriched articles, duplicates and stories. */
    static List<SpecificRecord> of(int articles, Random random) {
        var news = new KnownNews(random);
        IntStream.range(0, articles).forEach(news::article);
        return news.told.values().stream().flatMap(List::stream).toList();
    }

    private void article(int number) {
        var id = "article-" + number;
        var place = number;
        var first = drawn(id, 1).build();
        tell(place, first);
        if (random.nextInt(10) == 0) {
            copy(number, "copy-" + number, first);
        }
        var version = 1;
        var edits = Math.max(0, random.nextInt(10) - 7);
        while (version <= edits) {
            place = later(place);
            tell(place, drawn(id, ++version).build());
        }
        if (random.nextInt(20) == 0) {
            place = later(place);
            tell(
                    place,
                    drawn(id, version)
                            .setEvent(EventType.RETAGGED)
                            .setTaxonomyVersion(NEWER_TAXONOMY)
                            .build());
        }
        if (random.nextInt(20) == 0) {
            place = later(place);
            tell(place, withdrawal(id, ++version));
        }
        if (version > 1 && random.nextInt(10) == 0) {
            tell(later(place), first);
        }
    }

    private void copy(int number, String id, EnrichedArticle original) {
        var place = later(number);
        tell(place, duplicate(id, 1, original, ArticleStatus.LIVE));
        tell(place, story(original, 1, ArticleStatus.LIVE, id));
        var fate = random.nextInt(5);
        if (fate == 0) {
            place = later(place);
            tell(place, duplicate(id, 2, original, ArticleStatus.WITHDRAWN));
            tell(place, story(original, 1, ArticleStatus.WITHDRAWN, id));
        } else if (fate == 1) {
            place = later(place);
            tell(place, drawn(id, 2).setEvent(EventType.CORRECTED).build());
            tell(place, story(original, 0, ArticleStatus.LIVE));
        }
    }

    private int later(int place) {
        return place + 1 + random.nextInt(LONGEST_GAP);
    }

    private void tell(int place, SpecificRecord record) {
        told.computeIfAbsent(place, any -> new ArrayList<>()).add(record);
    }

    private EnrichedArticle.Builder drawn(String id, int version) {
        return Articles.enriched(id, version)
                .setTitle("Title " + version + " of " + id)
                .setText("Text " + version + " of " + id + ". ".repeat(1 + random.nextInt(2_000)))
                .setFetchedAt(Articles.FETCHED.plusSeconds(version))
                .setRegions(some(REGIONS, 3).stream().map(this::region).toList())
                .setThemes(some(THEMES, 2).stream()
                        .map(code -> new ThemeTag(code, 0.8, List.of()))
                        .toList())
                .setTaxonomyVersion(TAXONOMY);
    }

    private RegionTag region(String code) {
        return new RegionTag(code, random.nextInt(3) == 0 ? RegionRole.MENTIONED : RegionRole.ABOUT, 0.9, List.of());
    }

    private List<String> some(List<String> codes, int most) {
        var shuffled = new ArrayList<>(codes);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, random.nextInt(most + 1));
    }

    private static EnrichedArticle withdrawal(String id, int version) {
        return Articles.enriched(id, version)
                .setEvent(EventType.WITHDRAWN)
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason("410")
                .setText("")
                .setFetchedAt(Articles.FETCHED.plusSeconds(version))
                .setRegions(List.of())
                .setThemes(List.of())
                .setTaxonomyVersion(TAXONOMY)
                .build();
    }

    private static DuplicateArticle duplicate(String id, int version, EnrichedArticle original, ArticleStatus status) {
        return DuplicateArticle.newBuilder()
                .setArticle(CleanArticle.newBuilder(Articles.clean(id, "Copy of " + original.getTitle(), "Copied")
                                .build())
                        .setStatus(status)
                        .build())
                .setVersion(version)
                .setEvent(status == ArticleStatus.LIVE ? EventType.CREATED : EventType.WITHDRAWN)
                .setDuplicateOf(original.getArticleId())
                .setStoryId(original.getArticleId())
                .setSimilarity(0.9)
                .setContainment(1)
                .build();
    }

    private static Story story(EnrichedArticle original, int count, ArticleStatus status, String... copies) {
        return Story.newBuilder()
                .setStoryId(original.getArticleId())
                .setTitle(original.getTitle())
                .setUrl(original.getUrl())
                .setFirstSeen(original.getFetchedAt())
                .setLastSeen(original.getFetchedAt())
                .setCopyCount(count)
                .setCopies(List.of(copies).stream()
                        .map(id -> StoryCopy.newBuilder()
                                .setArticleId(id)
                                .setUrl("https://news.example/" + id)
                                .setSeenAt(original.getFetchedAt())
                                .setSimilarity(0.9)
                                .setStatus(status)
                                .build())
                        .toList())
                .build();
    }
}
