package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalLinkTest {

    @ParameterizedTest(name = "{1} on {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "https://news.example/a?ref=home | https://news.example/a | https://news.example/a",
                "https://news.example/a?ref=home | /a#top | https://news.example/a",
                "https://m.news.example/a | https://www.news.example/a | https://www.news.example/a",
                "https://www.news.example/amp/a | https://news.example/a?utm_source=amp | https://news.example/a",
                "http://news.example/a | https://news.example/a | https://news.example/a",
                "https://news.example/a | https://other.example/a | https://news.example/a",
                "https://blog.news.example/a | https://news.example/a | https://blog.news.example/a",
                "https://news.example/a | https://news.example/ | https://news.example/a",
                "https://news.example/?p=7 | https://news.example/ | https://news.example/?p=7",
                "https://news.example/ | https://www.news.example/ | https://www.news.example/",
                "https://news.example/a | '' | https://news.example/a",
                "https://news.example/a | mailto:a@news.example | https://news.example/a",
            })
    void shouldBelieveOnlyLinkToSameSiteThatIsNotItsHomePage(String page, String link, String canonical) {
        assertThat(canonical(page, "<head><link rel=\"canonical\" href=\"" + link + "\"></head>"))
                .isEqualTo(canonical);
    }

    @Test
    void shouldIgnoreLinkInBody() {
        var html = "<head><title>t</title></head><body><p>a</p><link rel=canonical href=/b></body>";

        assertThat(canonical("https://news.example/a", html)).isEqualTo("https://news.example/a");
    }

    @Test
    void shouldIgnoreLinksThatContradictEachOther() {
        var html = "<head><link rel=canonical href=/b><link rel=canonical href=/c></head>";

        assertThat(canonical("https://news.example/a", html)).isEqualTo("https://news.example/a");
    }

    @Test
    void shouldResolveAgainstBaseElement() {
        var html = "<head><base href='https://news.example/world/'><link rel='CANONICAL' href='b'></head>";

        assertThat(canonical("https://news.example/a", html)).isEqualTo("https://news.example/world/b");
    }

    @Test
    void shouldNotReadBeyondItsBound() {
        var html = "<head><!--" + " ".repeat(CanonicalLink.SCANNED_BYTES) + "--><link rel=canonical href=/b></head>";

        assertThat(canonical("https://news.example/a", html)).isEqualTo("https://news.example/a");
    }

    @Test
    void shouldTakeAddressOfWhatIsNoPage() {
        assertThat(canonical("https://news.example/a.pdf", "%PDF-1.7\0\1\2")).isEqualTo("https://news.example/a.pdf");
    }

    @Test
    void shouldGiveNothingForWhatIsNoWebAddress() {
        assertThat(CanonicalLink.of("file:///a", new byte[0])).isEmpty();
    }

    private static String canonical(String page, String html) {
        return CanonicalLink.of(page, html.getBytes(StandardCharsets.UTF_8))
                .orElseThrow()
                .value();
    }
}
