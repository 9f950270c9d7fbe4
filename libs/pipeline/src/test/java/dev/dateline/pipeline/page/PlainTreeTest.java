package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree that is made in passing is, node by node, the one that the parser makes of what was left of the page. */
class PlainTreeTest {
    private static final String URL = "https://example.org/news/a";
    private static final int MAX_DEPTH = CleanerLimits.DEFAULT.maxDepth();
    private static final Path GOLDEN = Path.of("src/test/resources/dev/dateline/pipeline/page");
    private static final int GENERATED = 5_000;
    private static final int MUTATIONS = 40;
    /** So much of what is generated is plain; else the comparison would say little. */
    private static final double PLAIN = 0.2;
    /** So many real pages are plain: may rise, never fall. */
    private static final double PLAIN_OF_REAL = 0.9;

    /** Of real pages each tenth; all of them with {@code -Ddrill=true}. */
    private static final int STEP = Boolean.getBoolean("drill") ? 1 : 10;

    private int pages;
    private int plain;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><title>a</title><p>b<p>c<ul><li>d<li>e</ul><h2>f<h3>g",
                "<!doctype html public \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x.dtd\"><html lang=en><body>a</body></html>\n",
                "<p>a<table><caption>b<tr><td>c<td>d<tr><th>e<tbody><tr><td><p>f</table>g",
                "<p><b>a<p>b</b>c<a href=/author/x>d<a href=/author/y>e</a>",
                "<dl><dt>a<dd>b<dt>c</dl><select><option>d<option>e</select><pre>\n\nf</pre>",
                "<head><noscript><img><p>a</noscript><template><p>b</template></head><body>&amp;&#8217;&nosuch;",
                "</div></p></br></b></body></html><p>a</html> "
            })
    void shouldMakeTheTreeOfAPlainPage(String page) throws IOException {
        compare(page.getBytes(StandardCharsets.UTF_8));

        assertThat(plain).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<table>a<tr><td>b</table>",
                "<b>a<div>b</b>c</div>",
                "<math><mi>a</math>",
                "<frameset><frame></frameset>",
                "<!-- a",
                "<title>a",
                "<plaintext>a",
                "a\0b",
                "<<!-- a -->b>"
            })
    void shouldLeaveTheRestToTheParser(String page) throws IOException {
        compare(page.getBytes(StandardCharsets.UTF_8));

        assertThat(plain).isZero();
    }

    @Test
    void shouldMakeTheTreeOfTheParserOfHostilePages() throws IOException {
        for (long seed : LongStream.range(0, GENERATED).toArray()) {
            compare(HostileMarkup.page(seed).getBytes(StandardCharsets.UTF_8));
        }

        assertThat(plain).isGreaterThan((int) (pages * PLAIN));
    }

    @Test
    void shouldMakeTheTreeOfTheParserOfSpoiltPages() throws IOException {
        for (var file : files(GOLDEN, ".html")) {
            var page = Files.readAllBytes(file);
            compare(page);
            var random = new Random(file.getFileName().hashCode());
            for (int i = 0; i < MUTATIONS; i++) {
                compare(spoilt(page, random));
            }
        }

        assertThat(plain).isGreaterThan((int) (pages * PLAIN));
    }

    @Test
    void shouldMakeTheTreeOfTheParserOfRealPages() throws IOException {
        var folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data/extraction"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "SKIPPED: no folder shared/data/extraction beside the project");
        var files = files(folder.resolve("shared/data/extraction"), ".html.gz");
        for (int i = 0; i < files.size(); i += STEP) {
            try (var page = new GZIPInputStream(Files.newInputStream(files.get(i)))) {
                compare(page.readAllBytes());
            }
        }

        System.out.printf("trees: %d of %d pages made without the parser%n", plain, pages);
        assertThat(plain).isGreaterThan((int) (pages * PLAIN_OF_REAL));
    }

    /** Takes a piece of a page away, or puts it elsewhere, or ends the page there. */
    private static byte[] spoilt(byte[] page, Random random) {
        int from = random.nextInt(page.length);
        int to = Math.min(page.length, from + random.nextInt(60));
        int at = random.nextInt(page.length);
        var text = new String(page, StandardCharsets.ISO_8859_1);
        var spoilt = switch (random.nextInt(4)) {
            case 0 -> text.substring(0, from);
            case 1 -> text.substring(0, from) + text.substring(to);
            default -> text.substring(0, at) + text.substring(from, to) + text.substring(at);
        };
        return spoilt.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void compare(byte[] body) throws IOException {
        var page = PageDecoder.decode(body, null).utf8();
        var tree = new PlainTree(page, URL, MAX_DEPTH);
        var skim = PageSkim.of(page, tree);
        var made = tree.document();
        pages++;
        if (made != null) {
            plain++;
            var parsed = Parser.htmlParser().setMaxDepth(MAX_DEPTH).parseInput(new Utf8Reader(page, skim.kept()), URL);
            assertThat(lines(made))
                    .as(() -> new String(page, StandardCharsets.UTF_8))
                    .isEqualTo(lines(parsed));
            compare(tree.scan(), PageScan.of(made, List.of()));
        }
    }

    private static void compare(PageScan seen, PageScan scanned) {
        assertThat(seen)
                .extracting(
                        scan -> scan.title,
                        scan -> scan.canonical,
                        scan -> scan.metas,
                        scan -> scan.mainHeadings,
                        scan -> scan.headings,
                        scan -> scan.times,
                        PageScan::dated,
                        PageScan::published,
                        PageScan::bylines)
                .containsExactly(
                        scanned.title,
                        scanned.canonical,
                        scanned.metas,
                        scanned.mainHeadings,
                        scanned.headings,
                        scanned.times,
                        scanned.dated(),
                        scanned.published(),
                        scanned.bylines());
    }

    private static List<String> lines(Document document) {
        var lines = new ArrayList<String>();
        lines.add(document.baseUri());
        addLines(document, 0, lines);
        return lines;
    }

    private static void addLines(Node node, int depth, List<String> lines) {
        lines.add(" ".repeat(depth) + node.getClass().getSimpleName() + ' ' + said(node));
        for (var child : node.childNodes()) {
            addLines(child, depth + 1, lines);
        }
    }

    private static String said(Node node) {
        return node instanceof Element element
                ? element.tag().namespace()
                        + ' '
                        + element.normalName()
                        + ' '
                        + element.attributes().asList()
                        + ' '
                        + element.isBlock()
                : node.nodeValue() + node.attributes().asList();
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }
}
