package dev.dateline.sink;

import dev.dateline.schema.ArticleStatus;
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
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import dev.dateline.schema.Story;
import dev.dateline.schema.StoryCopy;
import dev.dateline.schema.ThemeTag;
import dev.dateline.testkit.Articles;
import java.time.Instant;
import java.util.List;

/** Records of the topics that the sink reads; each test changes only what it is about. */
final class SinkRecords {
    static final String ENERGY = "medtop:20000256";

    private SinkRecords() {}

    static EnrichedArticle.Builder article(String id, int version) {
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(version)
                .setEvent(version == 1 ? EventType.CREATED : EventType.UPDATED)
                .setUrl("https://news.example/" + id)
                .setStoryId(id)
                .setSourceId("example")
                .setPublisher(Publisher.newBuilder()
                        .setOutlet("Example News")
                        .setCountry("KZ")
                        .build())
                .setTitle("Title " + version + " of " + id)
                .setText("Text " + version + " of " + id + ", written in Astana.")
                .setAuthors(List.of("A. Writer"))
                .setFetchedAt(Articles.FETCHED.plusSeconds(version))
                .setEventTime(Articles.FETCHED)
                .setLanguage("en")
                .setProvenance(Provenance.newBuilder().setAgency("Agency").build())
                .setRegions(List.of(region("KZ", RegionRole.ABOUT), region("US", RegionRole.MENTIONED)))
                .setThemes(List.of(ThemeTag.newBuilder()
                        .setCode(ENERGY)
                        .setScore(0.8)
                        .setEvidence(List.of())
                        .build()))
                .setContentHash("hash-" + version)
                .setExtractorVersion("test")
                .setTaxonomyVersion("2026-01");
    }

    static EnrichedArticle.Builder withdrawal(String id, int version) {
        return article(id, version)
                .setEvent(EventType.WITHDRAWN)
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason("410");
    }

    static RegionTag region(String code, RegionRole role) {
        var evidence = Evidence.newBuilder()
                .setField(EvidenceField.TEXT)
                .setStart(21)
                .setEnd(27)
                .setText("Astana")
                .build();
        return RegionTag.newBuilder()
                .setCode(code)
                .setRole(role)
                .setScore(0.9)
                .setEvidence(List.of(evidence))
                .build();
    }

    static DuplicateArticle.Builder duplicate(String id, String original) {
        return DuplicateArticle.newBuilder()
                .setArticle(Articles.clean(id, "Copy of " + original, "Copied text of " + original)
                        .build())
                .setVersion(1)
                .setDuplicateOf(original)
                .setStoryId(original)
                .setSimilarity(0.97)
                .setContainment(1.0)
                .setKind(DuplicateKind.WIRE_COPY);
    }

    static Story story(String id, String... copies) {
        return Story.newBuilder()
                .setStoryId(id)
                .setTitle("Story " + id)
                .setUrl("https://news.example/" + id)
                .setFirstSeen(Articles.FETCHED)
                .setLastSeen(Articles.FETCHED.plusSeconds(copies.length))
                .setCopies(List.of(copies).stream().map(SinkRecords::copy).toList())
                .setCopyCount(copies.length)
                .setOrigin(copies[copies.length - 1])
                .build();
    }

    private static StoryCopy copy(String id) {
        return StoryCopy.newBuilder()
                .setArticleId(id)
                .setUrl("https://news.example/" + id)
                .setSeenAt(Articles.FETCHED)
                .setSimilarity(0.97)
                .build();
    }

    static Disposition disposition(String id, long offset) {
        return Disposition.newBuilder()
                .setArticleId(id)
                .setStage("clean")
                .setOutcome(DispositionOutcome.DROPPED)
                .setReason("too_short")
                .setTopic("news.article.raw.v1")
                .setPartition(0)
                .setOffset(offset)
                .setAt(Instant.now())
                .build();
    }

    static SourceStatus status(String id, int failures) {
        return SourceStatus.newBuilder()
                .setSourceId(id)
                .setName("Example")
                .setUrl("https://news.example/feed")
                .setState(failures == 0 ? SourceState.OK : SourceState.FAILING)
                .setLastAttempt(Articles.FETCHED)
                .setNextAttempt(Articles.FETCHED.plusSeconds(300))
                .setConsecutiveFailures(failures)
                .build();
    }
}
