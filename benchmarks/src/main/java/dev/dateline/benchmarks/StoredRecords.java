package dev.dateline.benchmarks;

import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.DuplicateKind;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Records as the sink reads them, of articles with three regions, two themes and words by Zipf's law. */
final class StoredRecords {
    private static final int TITLE_WORDS = 9;
    private static final int REGIONS = 250;
    private static final int THEMES = 1_000;
    private static final List<String> LANGUAGES = List.of("en", "en", "ru", "kk", "de");
    private static final Publisher PUBLISHER =
            Publisher.newBuilder().setOutlet("Steppe Herald").setCountry("KZ").build();
    private static final Provenance PROVENANCE = Provenance.newBuilder()
            .setAgency("Agency")
            .setLines(List.of("By Agency"))
            .build();
    private static final List<Evidence> EVIDENCE = List.of(
            Evidence.newBuilder()
                    .setField(EvidenceField.TITLE)
                    .setStart(0)
                    .setEnd(2)
                    .setText("w0")
                    .build(),
            Evidence.newBuilder()
                    .setField(EvidenceField.TEXT)
                    .setStart(40)
                    .setEnd(42)
                    .setText("w1")
                    .build());

    static {
        Contracts.trust();
    }

    private final Random random = new Random(3);
    private final NewsWords words = new NewsWords();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    /** The first version of an original. */
    EnrichedArticle original() {
        var id = id();
        var text = words.next();
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setEvent(EventType.CREATED)
                .setUrl("https://news.example/" + id)
                .setStoryId(id)
                .setSourceId("source-" + random.nextInt(400))
                .setPublisher(PUBLISHER)
                .setTitle(written(text, TITLE_WORDS))
                .setText(written(text, text.length))
                .setAuthors(List.of("A. Writer"))
                .setKeywords(List.of("energy", "trade"))
                .setFetchedAt(now)
                .setEventTime(now.minusSeconds(random.nextInt(86_400)))
                .setLanguage(LANGUAGES.get(random.nextInt(LANGUAGES.size())))
                .setProvenance(PROVENANCE)
                .setRegions(regions())
                .setThemes(themes())
                .setContentHash(id + id)
                .setExtractorVersion("benchmark")
                .setTaxonomyVersion("2026-01")
                .build();
    }

    /** A copy of something. */
    DuplicateArticle copy() {
        var id = id();
        var text = words.next();
        var article = CleanArticle.newBuilder()
                .setArticleId(id)
                .setCanonicalUrl("https://copy.example/" + id)
                .setSourceId("source-" + random.nextInt(400))
                .setPublisher(PUBLISHER)
                .setFetchedAt(now)
                .setEventTime(now)
                .setTitle(written(text, TITLE_WORDS))
                .setText(written(text, text.length))
                .setLanguage("en")
                .setProvenance(PROVENANCE)
                .setContentHash(id + id)
                .setExtractorVersion("benchmark")
                .build();
        return DuplicateArticle.newBuilder()
                .setArticle(article)
                .setVersion(1)
                .setDuplicateOf(id())
                .setStoryId(id())
                .setSimilarity(0.9)
                .setContainment(1)
                .setKind(DuplicateKind.WIRE_COPY)
                .build();
    }

    /** What became of one record at one stage. */
    Disposition trace(long offset) {
        var id = id();
        return Disposition.newBuilder()
                .setArticleId(id)
                .setUrl("https://news.example/" + id)
                .setSourceId("source-" + random.nextInt(400))
                .setStage("clean")
                .setOutcome(DispositionOutcome.KEPT)
                .setTopic("news.article.raw.v1")
                .setPartition(0)
                .setOffset(offset)
                .setAt(now)
                .build();
    }

    private String id() {
        return "%016x%016x".formatted(random.nextLong(), random.nextLong());
    }

    private List<RegionTag> regions() {
        var tags = new ArrayList<RegionTag>();
        for (var role : List.of(RegionRole.ABOUT, RegionRole.MENTIONED, RegionRole.PUBLISHER)) {
            tags.add(RegionTag.newBuilder()
                    .setCode("R" + drawn(REGIONS))
                    .setRole(role)
                    .setScore(0.9)
                    .setEvidence(EVIDENCE)
                    .build());
        }
        return tags;
    }

    private List<ThemeTag> themes() {
        var tags = new ArrayList<ThemeTag>();
        var theme = drawn(THEMES - 1);
        for (var code : List.of(theme, theme + 1)) {
            tags.add(ThemeTag.newBuilder()
                    .setCode("custom:" + code)
                    .setScore(0.8)
                    .setEvidence(EVIDENCE)
                    .build());
        }
        return tags;
    }

    /** A number below a bound, about as common as it is small. */
    private int drawn(int bound) {
        return (int) Math.pow(bound, random.nextDouble()) - 1;
    }

    private static String written(int[] text, int length) {
        var written = new StringBuilder();
        for (var i = 0; i < Math.min(length, text.length); i++) {
            written.append(i == 0 ? "" : " ").append('w').append(Integer.toString(text[i], Character.MAX_RADIX));
        }
        return written.toString();
    }
}
