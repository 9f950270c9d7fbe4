package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Story;
import dev.dateline.testkit.Articles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which article of a story the others credit. */
class OriginTest {
    private final Deduplicator deduplicator = new Deduplicator(new StatesInMemory(), DeduplicatorConfig.DEFAULT);
    private long position;

    @Test
    void shouldLinkTheCreditedArticleThatCameLater() {
        judge("copyist", Provenance.newBuilder().setUrl(url("agency")).build(), null);
        assertThat(judge("third", none(), null)).isNull();
        assertThat(judge("agency", none(), null)).isEqualTo(id("agency"));
        assertThat(judge("fourth", none(), null)).isEqualTo(id("agency"));
    }

    @Test
    void shouldLinkTheCreditedOutletThatCameLater() {
        judge("copyist", Provenance.newBuilder().setOutlet("The Daily").build(), "Copyist");
        assertThat(judge("other", none(), "Other")).isNull();
        assertThat(judge("daily", none(), "the daily")).isEqualTo(id("daily"));
    }

    @Test
    void shouldFollowCreditsToTheirEnd() {
        judge("first", Provenance.newBuilder().setUrl(url("second")).build(), null);
        judge("second", Provenance.newBuilder().setUrl(url("third")).build(), null);
        assertThat(judge("third", none(), null)).isEqualTo(id("third"));
    }

    @Test
    void shouldSayNothingWhenTheRootIsCredited() {
        judge("root", none(), "Root");
        assertThat(judge("copy", Provenance.newBuilder().setUrl(url("root")).build(), null))
                .isNull();
        assertThat(judge("copy2", Provenance.newBuilder().setOutlet("Root").build(), null))
                .isNull();
    }

    @Test
    void shouldEndWhereTwoCreditEachOther() {
        judge("one", Provenance.newBuilder().setUrl(url("two")).build(), null);
        assertThat(judge("two", Provenance.newBuilder().setUrl(url("one")).build(), null))
                .isNull();
    }

    private @Nullable String judge(String name, Provenance provenance, @Nullable String outlet) {
        var article = DedupRecords.version(id(name), "A", 0)
                .setCanonicalUrl(url(name))
                .setPublisher(Publisher.newBuilder().setOutlet(outlet).build())
                .setProvenance(provenance)
                .build();
        return deduplicator.judge(article, Articles.FETCHED, position++).stories().stream()
                .findFirst()
                .map(Story::getOrigin)
                .orElse(null);
    }

    private static Provenance none() {
        return Provenance.newBuilder().build();
    }

    private static String url(String name) {
        return "https://" + name + ".example/story";
    }

    private static String id(String name) {
        return ArticleId.of(CanonicalUrl.parse(url(name)).orElseThrow());
    }
}
