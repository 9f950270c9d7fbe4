package dev.dateline.fetcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WallTest {
    private static final String ASKED = "https://news.example/2026/11/water";

    @ParameterizedTest
    @CsvSource({
        "https://news.example/login",
        "https://news.example/user/login.php?from=rss",
        "https://login.news.example/?client=web",
        "https://consent.news.example/v2/collect",
        "https://news.example/subscribe/",
        "https://news.example/?returnUrl=%2F2026%2F11%2Fwater",
        "https://news.example/welcome?next=https://news.example/2026/11/water",
        "https://news.example/gate?continue=%zz/2026/11/water",
    })
    void shouldKnowAWall(String url) {
        assertThat(Wall.stands(ASKED, url)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "https://news.example/2026/11/water/",
        "https://www.news.example/2026/11/water?from=rss",
        "https://news.example/2026/11/minister-will-not-sign-in-public",
        "https://news.example/2026/11/login-of-the-year",
        "https://news.example/",
        "https://news.example/2026/11/water?next=/2026/11/power",
    })
    void shouldKnowAnArticle(String url) {
        assertThat(Wall.stands(ASKED, url)).isFalse();
    }

    @Test
    void shouldTakeAPageThatWasAskedForAsItIs() {
        var page = "https://news.example/login";

        assertThat(Wall.stands(page, page)).isFalse();
        assertThat(Wall.stands(page, "https://news.example/login/")).isFalse();
    }
}
