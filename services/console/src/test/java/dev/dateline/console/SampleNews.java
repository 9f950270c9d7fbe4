package dev.dateline.console;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.DuplicateKind;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Evidence;
import dev.dateline.schema.EvidenceField;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.RegionRole;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceStatus;
import dev.dateline.schema.ThemeTag;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Complete records of the kinds that the console reads; a test changes what it is about. */
public final class SampleNews {
    static {
        Contracts.trust();
    }

    public static final String HOSTILE_TITLE = "<img src=x onerror=alert(1)><script>alert(2)</script> & \"quotes\"";

    private static final Instant FETCHED = Instant.parse("2026-03-01T12:00:00Z");

    private SampleNews() {}

    public static EnrichedArticle.Builder article(String id, String title) {
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setUrl("https://steppe.example/" + id)
                .setStoryId(id)
                .setSourceId("steppe-herald")
                .setPublisher(publisher())
                .setTitle(title)
                .setText("The opening of the article " + id + ".")
                .setPublished(FETCHED.minusSeconds(600))
                .setFetchedAt(FETCHED)
                .setEventTime(FETCHED)
                .setLanguage("en")
                .setProvenance(Provenance.newBuilder().build())
                .setContentHash(id)
                .setExtractorVersion("test")
                .setTaxonomyVersion("test");
    }

    public static EnrichedArticle withdrawn(String id) {
        return article(id, "")
                .setText("")
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason("the publisher took it down")
                .build();
    }

    public static RegionTag region(String code, RegionRole role, String... evidence) {
        return RegionTag.newBuilder()
                .setCode(code)
                .setRole(role)
                .setScore(0.9)
                .setEvidence(evidence(evidence))
                .build();
    }

    public static ThemeTag theme(String code, String... evidence) {
        return ThemeTag.newBuilder()
                .setCode(code)
                .setScore(0.8)
                .setEvidence(evidence(evidence))
                .build();
    }

    private static List<Evidence> evidence(String... words) {
        return Arrays.stream(words)
                .map(word -> Evidence.newBuilder()
                        .setField(EvidenceField.TEXT)
                        .setStart(0)
                        .setEnd(word.length())
                        .setText(word)
                        .build())
                .toList();
    }

    public static DuplicateArticle copy(String id, String storyId) {
        var article = CleanArticle.newBuilder()
                .setArticleId(id)
                .setCanonicalUrl("https://copy.example/" + id)
                .setSourceId("valley-wire")
                .setPublisher(publisher())
                .setFetchedAt(FETCHED)
                .setEventTime(FETCHED)
                .setTitle("Copy " + id)
                .setText("The same words.")
                .setProvenance(Provenance.newBuilder().build())
                .setContentHash(id)
                .setExtractorVersion("test")
                .build();
        return DuplicateArticle.newBuilder()
                .setArticle(article)
                .setVersion(1)
                .setDuplicateOf(storyId)
                .setStoryId(storyId)
                .setSimilarity(0.94)
                .setContainment(0.99)
                .setKind(DuplicateKind.WIRE_COPY)
                .build();
    }

    public static Disposition disposition(
            String id, String stage, DispositionOutcome outcome, @Nullable String reason) {
        return Disposition.newBuilder()
                .setArticleId(id)
                .setUrl("https://steppe.example/" + id)
                .setSourceId("steppe-herald")
                .setStage(stage)
                .setOutcome(outcome)
                .setReason(reason)
                .setTopic("news.article.raw.v1")
                .setPartition(0)
                .setOffset(7)
                .setAt(FETCHED)
                .build();
    }

    public static SourceStatus source(String id, String name, SourceState state) {
        var now = Instant.now();
        return SourceStatus.newBuilder()
                .setSourceId(id)
                .setName(name)
                .setUrl("https://" + id + ".example/feed.xml")
                .setState(state)
                .setLastAttempt(now)
                .setLastSuccess(state == SourceState.FAILING ? now.minusSeconds(5_000) : now)
                .setNextAttempt(now.plusSeconds(400))
                .setHttpStatus(state == SourceState.FAILING ? 503 : 200)
                .setConsecutiveFailures(state == SourceState.FAILING ? 4 : 0)
                .setProblem(state == SourceState.FAILING ? "the server answers 503 Service Unavailable" : null)
                .setItems(20)
                .setArticles(12)
                .build();
    }

    private static Publisher publisher() {
        return Publisher.newBuilder().setOutlet("Steppe Herald").build();
    }
}
