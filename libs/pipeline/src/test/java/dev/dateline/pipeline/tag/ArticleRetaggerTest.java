package dev.dateline.pipeline.tag;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.ThemeTag;
import dev.dateline.testkit.Articles;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArticleRetaggerTest {
    private static final ArticleTagger SHIPPED = new ArticleTagger(Tagger.load());
    private static final ArticleRetagger RETAGGER = new ArticleRetagger(Tagger.load(OwnTaxonomy.of(
            "9999-01-01T00:00:00Z-aaaaaa",
            List.of(new TaxonomyFile(
                    "themes/own.yaml",
                    "- {id: custom:lithium, label: lithium, slug: lithium, terms: {en: {3: lithium}}}")))));

    @Test
    void shouldGiveTheNewTagsToTheSameVersion() {
        var article = tagged("Lithium mine opens in Kazakhstan");

        var again = RETAGGER.retag(article).orElseThrow();

        assertThat(again.getThemes()).extracting(ThemeTag::getCode).contains("custom:lithium");
        assertThat(again.getEvent()).isEqualTo(EventType.RETAGGED);
        assertThat(again.getVersion()).isEqualTo(article.getVersion());
        assertThat(again.getTaxonomyVersion()).startsWith("9999-01-01T00:00:00Z-aaaaaa+");
        assertThat(RETAGGER.retag(again)).isEmpty();
    }

    @Test
    void shouldLeaveAnArticleAloneThatHasTheseTagsAlready() {
        assertThat(RETAGGER.retag(tagged("Football final in Madrid"))).isEmpty();
    }

    @Test
    void shouldLeaveAWithdrawnArticleAlone() {
        var article = EnrichedArticle.newBuilder(tagged("Lithium mine opens"))
                .setStatus(ArticleStatus.WITHDRAWN)
                .build();

        assertThat(RETAGGER.retag(article)).isEmpty();
    }

    @Test
    void shouldLeaveWhatANewerTaxonomyTagged() {
        var article = EnrichedArticle.newBuilder(tagged("Lithium mine opens"))
                .setTaxonomyVersion("9999-02")
                .build();

        assertThat(RETAGGER.retag(article)).isEmpty();
    }

    private static EnrichedArticle tagged(String title) {
        var unique = Articles.unique("a", title, title).build();
        return SHIPPED.apply(unique).fold(kept -> kept, (reason, detail) -> {
            throw new AssertionError(detail);
        });
    }
}
