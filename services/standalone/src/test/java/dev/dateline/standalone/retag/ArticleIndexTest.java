package dev.dateline.standalone.retag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.testkit.Articles;
import org.junit.jupiter.api.Test;

class ArticleIndexTest {
    private final ArticleIndex index = new ArticleIndex();

    @Test
    void shouldKnowTheLastOfEqualRecords() {
        index.add("a", version(1, "2026"), 3);
        index.add("a", version(1, "2026"), 7);

        assertThat(index.isNewest("a", 3)).isFalse();
        assertThat(index.isNewest("a", 7)).isTrue();
        assertThat(index.hidden()).isEmpty();
    }

    @Test
    void shouldTellAVersionThatAnOlderOneHides() {
        index.add("a", version(2, "2026"), 3);
        index.add("a", version(1, "2027"), 7);

        assertThat(index.isNewest("a", 3)).isTrue();
        assertThat(index.hidden()).containsExactly(3L);
    }

    @Test
    void shouldTellAWithdrawalThatItsOwnVersionHides() {
        var withdrawn = EnrichedArticle.newBuilder(version(1, "2026"))
                .setStatus(ArticleStatus.WITHDRAWN)
                .build();
        index.add("a", withdrawn, 3);
        index.add("a", version(1, "2027"), 7);

        assertThat(index.hidden()).containsExactly(3L);
    }

    @Test
    void shouldPreferTheNewerTaxonomy() {
        index.add("a", version(1, "2027"), 3);
        index.add("a", version(1, "2026"), 7);

        assertThat(index.isNewest("a", 3)).isTrue();
    }

    @Test
    void shouldHideNothingOnceItWasRepeated() {
        index.add("a", version(2, "2026"), 3);
        index.add("a", version(1, "2027"), 7);
        index.add("a", version(2, "2026"), 8);

        assertThat(index.hidden()).isEmpty();
    }

    private static EnrichedArticle version(int version, String taxonomy) {
        return Articles.enriched("a", version).setTaxonomyVersion(taxonomy).build();
    }
}
