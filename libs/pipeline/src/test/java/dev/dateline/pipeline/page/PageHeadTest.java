package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHeadTest {
    private static final String LINK = "<link rel=canonical href=/b>";

    /** Pieces of heads as the web has them, among them some that end one. */
    private static final List<String> PIECES = List.of(
            LINK,
            "<LINK HREF='/c' REL='Canonical'/>",
            "<link rel=stylesheet href=/s.css>",
            "<base href='https://news.example/x/'>",
            "<meta content='a > b' name=\"it's\">",
            "<meta content=it's><meta content = \"<link rel=canonical href=/no>\">",
            "<title>A <link rel=canonical href=/no> B</title>",
            "<script>var a = '<link rel=canonical href=/no>'; if (1 < 2 && 3 > 2) {}</script>",
            "<style>a > b { content: '</link>' }</style>",
            "<!-- <link rel=canonical href=/no> -- > -->",
            "<!--[if lt IE 9]><link rel=canonical href=/no><![endif]-->",
            "<!--><!---><!--[if !IE]><!-->",
            "<!doctype html><html lang=kk><head>",
            "<?xml version='1.0'?>",
            "</head>\n",
            "</link></meta >",
            "\r\n\t ",
            "<p>",
            "text",
            "<body class='a'>",
            "</body>",
            "<img alt='' src=x>",
            "<5");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><head>" + LINK,
                "<html><head></head>" + LINK + "<body>",
                "<script>document.write('</head><body>')</script>" + LINK,
                "<noscript><img src='https://tracker.example/1'></noscript>" + LINK,
                "<template><p>" + "</p></template>" + LINK,
                "<meta content=a'b>" + LINK,
                "\u00ef\u00bb\u00bf<!DOCTYPE html>" + LINK,
            })
    void shouldFindLinkInHead(String html) {
        assertThat(tags(html)).isEqualTo(LINK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<link rel=canonical href=/b",
                "<link rel='canonical href=/b>",
                "<body>" + LINK,
                "<article>" + LINK,
                "Text" + LINK,
                "<!--" + LINK,
                "<script>" + LINK,
                "<noscript>" + LINK + "</noscript>",
                "<meta content='" + LINK + "'>",
                "<link rel=stylesheet href=/s.css>",
            })
    void shouldFindNothingElsewhere(String html) {
        assertThat(tags(html)).isEmpty();
    }

    @Test
    void shouldFindWhatParserFinds() {
        var random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            var html = IntStream.range(0, 1 + random.nextInt(8))
                    .mapToObj(piece -> PIECES.get(random.nextInt(PIECES.size())))
                    .collect(Collectors.joining());

            assertThat(links(Jsoup.parse(tags(html)).select("link")))
                    .as(html)
                    .isEqualTo(links(Jsoup.parse(html).head().select("link[rel=canonical]")));
        }
    }

    private static List<String> links(List<Element> links) {
        return links.stream().map(link -> link.attr("href")).toList();
    }

    private static String tags(String html) {
        return PageHead.baseAndCanonical(bytes(html));
    }

    private static byte[] bytes(String html) {
        return html.getBytes(StandardCharsets.ISO_8859_1);
    }
}
