package dev.dateline.benchmarks;

import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Articles with one to four regions, of which they are about some, and up to three themes: two to three topics each. */
final class RoutedNews {
    private static final Instant TIME = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<String> LANGUAGES = List.of("en", "ru", "kk", "uz");
    private static final int OUTLETS = 100;
    private static final int TITLE_WORDS = 9;

    private final Random random = new Random(3);
    private final NewsWords words = new NewsWords();
    private final List<String> regions;
    private final List<String> themes;
    private int number;

    RoutedNews(List<String> regions, List<String> themes) {
        this.regions = regions;
        this.themes = themes;
    }

    /** Makes the next article. */
    EnrichedArticle next() {
        var id = "%016x%016x".formatted(random.nextLong(), number++);
        var text = words.next();
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setUrl("https://news.example/" + id)
                .setStoryId(id)
                .setSourceId("source")
                .setPublisher(Publisher.newBuilder()
                        .setOutlet("Outlet " + random.nextInt(OUTLETS))
                        .build())
                .setTitle(written(text, Math.min(TITLE_WORDS, text.length)))
                .setText(written(text, text.length))
                .setFetchedAt(TIME)
                .setEventTime(TIME)
                .setLanguage(LANGUAGES.get(random.nextInt(LANGUAGES.size())))
                .setProvenance(Provenance.newBuilder().build())
                .setRegions(some(regions, 1 + random.nextInt(4)).stream()
                        .map(code -> new RegionTag(
                                code, random.nextBoolean() ? RegionRole.ABOUT : RegionRole.MENTIONED, 0.9, List.of()))
                        .toList())
                .setThemes(some(themes, random.nextInt(4)).stream()
                        .map(code -> new ThemeTag(code, 0.8, List.of()))
                        .toList())
                .setContentHash(id)
                .setExtractorVersion("1")
                .setTaxonomyVersion("1")
                .build();
    }

    private static String written(int[] text, int length) {
        var written = new StringBuilder();
        for (var i = 0; i < length; i++) {
            written.append(i == 0 ? "w" : " w").append(Integer.toString(text[i], Character.MAX_RADIX));
        }
        return written.toString();
    }

    private List<String> some(List<String> codes, int count) {
        var drawn = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var code = codes.get(random.nextInt(codes.size()));
            if (!drawn.contains(code)) {
                drawn.add(code);
            }
        }
        return drawn;
    }
}
