package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageFactsTest {
    @Test
    void shouldLeaveOutImageWhoseAddressIsTooLong() {
        assertThat(PageFacts.leadImage(page("og:image", "https://news.example/" + "a".repeat(3_000))))
                .isNull();
        assertThat(PageFacts.leadImage(page("og:image", "/pier.jpg"))).isEqualTo("https://news.example/pier.jpg");
    }

    @Test
    void shouldCutSectionAtWholeCharacter() {
        var section = PageFacts.section(page("article:section", "x".repeat(CleanerLimits.NAME - 1) + "😀 harbour"));
        assertThat(section).hasSize(CleanerLimits.NAME - 1);
    }

    @Test
    void shouldLimitKeywordsInNumberAndLength() {
        var many = IntStream.range(0, 200).mapToObj(i -> "word" + i).collect(Collectors.joining(","));
        assertThat(PageFacts.keywords(page("keywords", many))).hasSize(CleanerLimits.KEYWORDS);
        assertThat(PageFacts.keywords(page("keywords", "y".repeat(5_000))))
                .singleElement()
                .satisfies(word -> assertThat(word).hasSize(CleanerLimits.NAME));
    }

    @Test
    void shouldLeaveOutDeclaredAddressThatIsTooLong() {
        var html = "<link rel=\"canonical\" href=\"https://news.example/" + "a".repeat(3_000) + "\">";
        assertThat(PageFacts.declaredUrl(Page.parse(PageText.of(html), "https://news.example/", CleanerLimits.DEFAULT)))
                .isNull();
    }

    private static Page page(String name, String content) {
        var html = "<meta property=\"" + name + "\" content=\"" + content + "\">";
        return Page.parse(PageText.of(html), "https://news.example/", CleanerLimits.DEFAULT);
    }
}
