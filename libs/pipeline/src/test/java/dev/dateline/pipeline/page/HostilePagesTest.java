package dev.dateline.pipeline.page;

import static dev.dateline.pipeline.page.Cleaning.PROSE;
import static dev.dateline.pipeline.page.Cleaning.page;
import static dev.dateline.pipeline.page.Cleaning.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.Articles;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Pages of a megabyte and more that want to cost time or memory. What is counted is what the time depends on: blocks, their
 * length, the depth of regions. The processor's time is looked at too, with room for slow machines.
 */
class HostilePagesTest {
    private static final Duration BUDGET = Duration.ofSeconds(20);
    private static final int MEGABYTE = 1_000_000;

    /** What a page does a million bytes long. */
    enum Hazard {
        NESTED_BLOCKS("<div>"),
        NESTED_INLINES("<b><i><a href=x>"),
        NESTED_TABLES("<table><tr><td>"),
        NESTED_LISTS("<ul><li>"),
        NESTED_HIDDEN("<div hidden><header>"),
        UNCLOSED_PARAGRAPHS("<p>word "),
        UNCLOSED_HEADINGS("<h1>word "),
        OPEN_FORMS("<form><select><option>"),
        ATTRIBUTES("<div><p "),
        LINE_BREAKS("a<br><br>"),
        ONE_WORD("a"),
        ONE_LINE("read also: a "),
        COLONS("a: "),
        QUOTES("\"“«"),
        DATES("12.12.2012 "),
        BROKEN_TAGS("<</a <"),
        BROKEN_ENTITIES("&#x&amp&"),
        LEVEL_HEADINGS("<h2>Read more</h2>"),
        ARTICLES("<article><p>One sentence of a teaser, and no more.</p></article>"),
        CAPTIONS("<figure><img src=a><figcaption>A boat.</figcaption></figure>"),
        NAMES("<p class='related post-comment sidebar articleBody'>x</p>"),
        DRAWINGS("<svg><g><svg>"),
        SCRIPTS("<script><!--<script>"),
        COMMENTS("<!-- -- "),
        TITLES("<title>a</titl"),
        DENSE("新华社"),
        NUL("\0\u00ad\u200b");

        private final String piece;

        Hazard(String piece) {
            this.piece = piece;
        }

        String html() {
            return page("<title>Hostile</title>", piece.repeat(MEGABYTE / piece.length()) + "<p>" + PROSE);
        }
    }

    @ParameterizedTest
    @EnumSource(Hazard.class)
    void shouldReadNoMoreThanTheLimitsAllow(Hazard hazard) {
        var limits = CleanerLimits.DEFAULT;
        var parsed = Page.parse(PageText.of(hazard.html()), "https://example.org/a", limits);
        var layout = new ContentExtractor(PageWords.DEFAULT, limits).layout(parsed);
        assertThat(layout.blocks()).hasSizeLessThanOrEqualTo(limits.maxBlocks());
        assertThat(layout.blocks()).allMatch(block -> block.text().length() <= limits.maxTextLength());
        assertThat(depth(layout.root())).isLessThanOrEqualTo(limits.maxDepth() + 1);
    }

    @ParameterizedTest
    @EnumSource(Hazard.class)
    void shouldAnswerWithinTheBudget(Hazard hazard) {
        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        assertThat(verdict(Articles.raw("hostile", hazard.html()).build())).isNotEmpty();
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(BUDGET);
    }

    @Test
    void shouldReadAPageOfTenMegabytes() {
        var html = page("", "<p>" + PROSE + "</p>");
        var padded = html + "<p class='c'>Another line.</p>".repeat(9 * MEGABYTE / 30);
        assertThat(verdict(Articles.raw("large", padded).build())).isEqualTo("kept");
    }

    @Test
    void shouldKeepTheArticleBehindAMegabyteOfAttributes() {
        var attributes = new StringBuilder("<div");
        for (int i = 0; attributes.length() < MEGABYTE; i++) {
            attributes.append(" a").append(i).append("=1");
        }
        var html = page("", attributes + "><p>" + PROSE + "</p></div>");
        assertThat(verdict(Articles.raw("attributes", html).build())).isEqualTo("kept");
    }

    private static int depth(Region region) {
        return 1
                + region.children.stream()
                        .mapToInt(HostilePagesTest::depth)
                        .max()
                        .orElse(0);
    }
}
