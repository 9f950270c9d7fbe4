package dev.dateline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebUrlTest {
    private static final WebUrl BASE = WebUrl.parse("https://news.example/world/asia/today.html?page=2#top")
            .orElseThrow();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "summit.html | https://news.example/world/asia/summit.html",
                "../africa/ | https://news.example/world/africa/",
                "/politics | https://news.example/politics",
                "//other.example/a | https://other.example/a",
                "\\\\other.example\\a | https://other.example/a",
                "?page=3 | https://news.example/world/asia/today.html?page=3",
                "#end | https://news.example/world/asia/today.html?page=2#end",
                "'' | https://news.example/world/asia/today.html?page=2",
                "http://other.example/a b | http://other.example/a%20b",
                "саммит | https://news.example/world/asia/%D1%81%D0%B0%D0%BC%D0%BC%D0%B8%D1%82",
                "mailto:editor@news.example | ",
                "javascript:void(0) | ",
                "data:text/html,a | ",
            })
    void shouldResolveLink(String link, String resolved) {
        assertThat(BASE.resolve(link).map(WebUrl::toString).orElse(null)).isEqualTo(resolved);
    }

    @Test
    void shouldGiveOriginAndPort() {
        assertThat(BASE.origin()).isEqualTo("https://news.example");
        assertThat(BASE.effectivePort()).isEqualTo(443);
    }
}
