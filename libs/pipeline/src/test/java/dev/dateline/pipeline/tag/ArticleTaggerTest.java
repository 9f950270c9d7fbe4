package dev.dateline.pipeline.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.Outcome;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.UniqueArticle;
import dev.dateline.testkit.Articles;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ArticleTaggerTest {
    private static final ArticleTagger TAGGER = new ArticleTagger(Tagger.load());

    @Test
    void shouldKeepTheArticleAndAddTags() {
        var unique = Articles.unique("a1", "Uzbekistan opens a railway", "The railway was opened in Tashkent.")
                .build();

        var enriched = enrich(unique);

        assertThat(enriched.getTitle()).isEqualTo(unique.getArticle().getTitle());
        assertThat(enriched.getUrl()).isEqualTo(unique.getArticle().getCanonicalUrl());
        assertThat(enriched.getRegions()).extracting(RegionTag::getCode).contains("UZ", "143");
        assertThat(enriched.getThemes()).isNotEmpty();
        assertThat(enriched.getTaxonomyVersion()).isNotEmpty();
    }

    @Test
    void shouldPassAWithdrawalWithoutTags() {
        var article = Articles.clean("a1", "Uzbekistan opens a railway", "")
                .setStatus(ArticleStatus.WITHDRAWN)
                .setWithdrawnReason("gone")
                .build();
        var unique = Articles.unique("a1", "", "").setArticle(article).build();

        var enriched = enrich(unique);

        assertThat(enriched.getStatus()).isEqualTo(ArticleStatus.WITHDRAWN);
        assertThat(enriched.getWithdrawnReason()).isEqualTo("gone");
        assertThat(enriched.getRegions()).isEmpty();
        assertThat(enriched.getThemes()).isEmpty();
    }

    @Test
    void shouldTellOfALanguageWithoutThemes() {
        var told = new ArrayList<String>();
        var article = Articles.clean("a1", "Viðræður um nýjan samning", "")
                .setLanguage("is")
                .build();

        new ArticleTagger(Tagger::load, told::add)
                .apply(Articles.unique("a1", "", "").setArticle(article).build());

        assertThat(told).containsExactly("is");
    }

    private static EnrichedArticle enrich(UniqueArticle unique) {
        return ((Outcome.Kept<EnrichedArticle>) TAGGER.apply(unique)).value();
    }
}
