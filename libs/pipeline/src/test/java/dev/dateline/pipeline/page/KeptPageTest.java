package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.DropReason;
import dev.dateline.schema.FeedItem;
import dev.dateline.testkit.Articles;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an article whose page is empty or kept back. */
class KeptPageTest {
    private static final String PROSE =
            "The parliament of Kazakhstan voted on Monday for a new law on the water of the Syr Darya, after a debate of nine hours. ";
    private static final Instant PUBLISHED = Instant.parse("2026-03-01T10:00:00Z");

    private final ArticleCleaner cleaner = new ArticleCleaner(CleanerLimits.DEFAULT, (title, text) -> Optional.empty());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html><body><h1>Water law passes</h1><p>Subscribe to read on.</p></body></html>",
                "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":false}</script></head>"
                        + "<body><article><h1>Water law passes</h1><p>The parliament of Kazakhstan voted on Monday for a new law on the"
                        + " water of the Syr Darya, after a debate of nine hours that went on into the night.</p></article></body></html>",
            })
    void shouldTakeTheArticleFromTheFeedThatCarriesItInFull(String page) {
        var article = cleaner.apply(Articles.raw("a", page)
                        .setFeedItem(item("<p>" + PROSE.repeat(4) + "</p><p>" + PROSE.repeat(3) + "</p>"))
                        .build())
                .fold(kept -> kept, (reason, detail) -> {
                    throw new AssertionError(reason + " " + detail);
                });

        assertThat(article.getText()).hasSizeGreaterThan(700);
        assertThat(article.getTitle()).isEqualTo("Water law passes");
        assertThat(article.getAuthors()).containsExactly("Aigul Sarsen");
        assertThat(article.getPublished()).isEqualTo(PUBLISHED);
        assertThat(article.getPublishedFrom()).isEqualTo("feed");
    }

    @Test
    void shouldDropWhatNobodyCarries() {
        var outcome = cleaner.apply(
                Articles.raw("a", "").setFeedItem(item("<p>" + PROSE + "</p>")).build());

        assertThat(outcome.<Object>fold(kept -> kept, (reason, detail) -> reason))
                .isEqualTo(DropReason.EMPTY);
    }

    @Test
    void shouldPreferThePageThatIsThere() {
        var page =
                "<html><body><article><h1>Water law passes</h1><p>" + PROSE.repeat(5) + "</p></article></body></html>";

        var outcome = cleaner.apply(Articles.raw("a", page)
                .setFeedItem(item("<p>Another text altogether. " + PROSE.repeat(9) + "</p>"))
                .build());

        assertThat(outcome.<String>fold(kept -> kept.getText(), (reason, detail) -> detail))
                .doesNotContain("Another text");
    }

    private static FeedItem item(String content) {
        return FeedItem.newBuilder()
                .setTitle("Water law passes")
                .setContent(content)
                .setAuthors(List.of("Aigul Sarsen"))
                .setPublished(PUBLISHED)
                .build();
    }
}
