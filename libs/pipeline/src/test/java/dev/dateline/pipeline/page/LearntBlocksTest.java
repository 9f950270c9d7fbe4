package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.DropReason;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.HostBoilerplate;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.RemovedBlock;
import dev.dateline.schema.RepeatedBlock;
import dev.dateline.schema.TextEdge;
import dev.dateline.testkit.Articles;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LearntBlocksTest {
    private static final String KICKER = "Harbour and coast";
    private static final String LETTER = "Get the harbour letter in your inbox every morning.";
    private static final String CLUB = "Members of the club read all of it.";
    private static final String BODY =
            "The ferry to the northern islands was held in port on Monday, since the wind had "
                    + "torn a rope at the pier and nobody could say when the next one would come.";

    private final LearntBlocks learnt =
            learnt(block(TextEdge.HEAD, KICKER), block(TextEdge.TAIL, LETTER), block(TextEdge.TAIL, CLUB));

    @Test
    void shouldTakeARunOffEachEnd() {
        var trimmed = learnt.trim(text(KICKER, BODY, CLUB, "GET THE HARBOUR LETTER in your inbox, every morning"));

        assertThat(trimmed.text()).isEqualTo(BODY);
        assertThat(trimmed.removed())
                .containsExactly(
                        new RemovedBlock(TextEdge.HEAD, KICKER),
                        new RemovedBlock(TextEdge.TAIL, CLUB),
                        new RemovedBlock(TextEdge.TAIL, "GET THE HARBOUR LETTER in your inbox, every morning"));
    }

    @Test
    void shouldLeaveWhatStandsInsideOrAtTheOtherEnd() {
        var text = text(LETTER, BODY, LETTER, "The port said so.", KICKER);

        assertThat(learnt.trim(text).text()).isEqualTo(text);
    }

    @Test
    void shouldLeaveHalfOfTheText() {
        var notice = "It is not for us to say. ".repeat(6).strip();
        var blocks = learnt(block(TextEdge.TAIL, notice), block(TextEdge.TAIL, LETTER));

        assertThat(blocks.trim(text(BODY, notice, LETTER)).text()).isEqualTo(text(BODY, notice));
        assertThat(blocks.trim(text(BODY, notice)).text()).isEqualTo(BODY);
        assertThat(blocks.trim(text(BODY, LETTER, notice)).text()).isEqualTo(text(BODY, LETTER));
    }

    @Test
    void shouldLeaveEnoughForAnArticle() {
        var brief = BODY.substring(0, 110);

        assertThat(learnt.trim(text(brief, LETTER)).text()).isEqualTo(text(brief, LETTER));
    }

    @Test
    void shouldLeaveATextOfOneBlockAlone() {
        assertThat(learnt.trim(LETTER).text()).isEqualTo(LETTER);
        assertThat(learnt.trim("").text()).isEmpty();
    }

    @Test
    void shouldCleanAPageByWhatItsHostRepeats() {
        var page = "<html lang=en><title>Ferry held in port</title><article><h1>Ferry held in port</h1><p>" + BODY
                + "<p>" + BODY.replace("Monday", "Tuesday") + "<p>" + LETTER + "</article></html>";

        var bare = clean(LearntBoilerplate.NONE, page);
        var trimmed = clean(host -> host.equals("news.example") ? learnt : LearntBlocks.NONE, page);

        assertThat(bare.getText()).endsWith(LETTER);
        assertThat(bare.getBoilerplateVersion()).isZero();
        assertThat(trimmed.getText()).isEqualTo(bare.getText().replace("\n\n" + LETTER, ""));
        assertThat(trimmed.getBoilerplateVersion()).isEqualTo(7);
        assertThat(trimmed.getRemoved()).containsExactly(new RemovedBlock(TextEdge.TAIL, LETTER));
        assertThat(trimmed.getContentHash()).isNotEqualTo(bare.getContentHash());
    }

    @Test
    void shouldMeasureWhatIsLeftOfALoginWall() {
        var wall = "<html lang=en><title>Ferry held in port</title><main><h1>Ferry held in port</h1><p>" + BODY + BODY
                + "<p>" + LETTER + "<p>" + CLUB + "</main><form><input type=password></form></html>";

        assertThat(clean(LearntBoilerplate.NONE, wall).getText()).endsWith(CLUB);
        assertThat(cleaner(host -> learnt)
                        .apply(raw(wall))
                        .<DropReason>fold(article -> null, (reason, detail) -> reason))
                .isEqualTo(DropReason.NOT_AN_ARTICLE);
    }

    @Test
    void shouldNameHostsWithoutWww() {
        assertThat(LearntBoilerplate.host("https://www.News.example:8080/a")).isEqualTo("news.example");
        assertThat(LearntBoilerplate.host("https://kk.news.example/")).isEqualTo("kk.news.example");
        assertThat(LearntBoilerplate.host("no address")).isEmpty();
    }

    private static CleanArticle clean(LearntBoilerplate boilerplate, String page) {
        return cleaner(boilerplate).apply(raw(page)).fold(article -> article, (reason, detail) -> {
            throw new AssertionError(reason + " " + detail);
        });
    }

    private static ArticleCleaner cleaner(LearntBoilerplate boilerplate) {
        return new ArticleCleaner(CleanerLimits.DEFAULT, OwnLines.NONE, boilerplate, (title, text) -> Optional.empty());
    }

    private static RawArticle raw(String page) {
        return Articles.raw("a", page).build();
    }

    private static String text(String... blocks) {
        return Arrays.stream(blocks).collect(Collectors.joining(LearntBlocks.BETWEEN));
    }

    private static RepeatedBlock block(TextEdge edge, String text) {
        return new RepeatedBlock(edge, text, 30);
    }

    private static LearntBlocks learnt(RepeatedBlock... blocks) {
        return LearntBlocks.of(new HostBoilerplate("news.example", 7, Arrays.asList(blocks), 40, Articles.FETCHED));
    }
}
