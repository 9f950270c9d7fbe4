package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageSkimTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    <p>a<!-- b -->c</p>                                   | <p>ac</p>
                    <p>a<![endif]>b</ c></></p>                           | <p>ab</p>
                    <p>a<!-->b--></p>                                     | <p>ab--></p>
                    a<style>p > b {}</style>c                             | ac
                    a<SCRIPT src=x.js></SCRIPT >c                         | ac
                    <b>a</b><svg width=1><path d="M0 0"/></svg><i>b</i>   | <b>a</b><svg></svg><i>b</i>
                    <svg><svg></svg><!-- <p> --><g></g></svg>a            | <svg></svg>a
                    <a class=x data-y="1 > 2" onclick='z()'>b</a>         | <a class=x  >b</a>
                    <a href="/news/1">b</a>                               | <a >b</a>
                    <a href="/author/ann-lee" rel=author>b</a>            | <a href="/author/ann-lee" rel=author>b</a>
                    <p style="display:none">b<p style="color:red">c       | <p style="display:none">b<p >c
                    <link rel=stylesheet href=x><link rel=canonical href=y> | <link rel=canonical href=y>
                    <img src=x/>a<br/>b                                   | <img >a<br/>b
                    <p title=b>a<p title="1 May">b                        | <p >a<p title="1 May">b
                    <meta name=viewport content=a><meta name=Date content=b> | <meta name=Date content=b>
                    <meta charset=x><meta itemprop=a content=b>           | <meta itemprop=a content=b>
                    <p><input type=text><svg><path/></svg>a</p>           | <p>a</p>
                    <p>a<svg><path/></svg>b<input type=text>c</p>         | <p>a<svg></svg>b<input type=text>c</p>
                    <p><input type=Password></p>                          | <p><input type=Password></p>
                    """)
    void shouldLeaveOutWhatNoReaderAsksFor(String page, String left) throws IOException {
        assertThat(skimmed(page)).isEqualTo(left);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<title><script></title><p>a</p>",
                "<textarea><!-- </textarea><p>a</p>",
                "<iframe><style></iframe><p>a</p>",
                "<p id=\"<script>\">a</p>",
                "<p id='<!--'>a</p>",
                "<p>a < b, c <d</p>",
                "<![CDATA[ a <b> ]]>"
            })
    void shouldNotMistakeTextForMarkup(String page) throws IOException {
        assertThat(skimmed(page + "<p>z</p>")).isEqualTo(page + "<p>z</p>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>a<p data-x=1>b</p>",
                "<script><!-- <script></script> <p data-x=1>b</p>",
                "<style>a<p data-x=1>b</p>",
                "<title>a<p data-x=1>b</p>",
                "<!-- a<p data-x=1>b</p>",
                "<!-- a --!><p data-x=1>b</p>",
                "<p data-x='1>b</p>",
                "<p data-x=1 <p data-y=2>b</p>",
                "<script/><p data-x=1>b</p>",
                "<plaintext><p data-x=1>b</p>"
            })
    void shouldLeaveTheRestAsItIsWhereSomethingIsNotClosed(String rest) throws IOException {
        assertThat(skimmed("<p onclick=a>b</p>" + rest)).isEqualTo("<p >b</p>" + rest);
    }

    @Test
    void shouldKeepADrawingThatHoldsMoreThanADrawing() throws IOException {
        var page = "<svg><path></path><p>The article.</p></svg>";

        assertThat(skimmed(page)).isEqualTo(page);
    }

    @Test
    void shouldKeepTheTextOfScriptsApart() {
        var skim = skim(bytes("<script type='application/ld+json' src=x>{\"a\":\"</p>\"}</script>"
                + "<script><!--\nif (a < b) '<script></script>' --></script><script src=y></script>"));

        assertThat(skim.scripts())
                .extracting(Script::data)
                .containsExactly("{\"a\":\"</p>\"}", "<!--\nif (a < b) '<script></script>' -->");
        assertThat(skim.scripts().get(0).isJsonLd()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    `<div> <p>a</p> <b>b</b> <i>c</i> </div>`   | `<div><p>a</p><b>b</b> <i>c</i></div>`
                    `<p>a <b>b</b>\t\t\t\t\t\t<i>c</i></p>`     | `<p>a <b>b</b>\t<i>c</i></p>`
                    `<p>a <!-- b --> <b>c</b></p>`              | `<p>a  <b>c</b></p>`
                    `<b>a</b> <script></script> <b>c</b>`       | `<b>a</b>  <b>c</b>`
                    `<td>a</td> <td>b</td> </tr>`               | `<td>a</td> <td>b</td></tr>`
                    """)
    void shouldLeaveOutWhiteSpaceAtTheEdgesOfBlocks(String page, String left) throws IOException {
        assertThat(skimmed(page)).isEqualTo(left);
    }

    private static String skimmed(String page) throws IOException {
        var left = new StringWriter();
        new Utf8Reader(bytes(page), skim(bytes(page)).kept()).transferTo(left);
        return left.toString();
    }

    private static PageSkim skim(byte[] page) {
        return PageSkim.of(page, new PlainTree(page, "", CleanerLimits.DEFAULT.maxDepth()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
