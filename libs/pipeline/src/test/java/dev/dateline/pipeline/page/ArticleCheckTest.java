package dev.dateline.pipeline.page;

import static dev.dateline.pipeline.page.Cleaning.PROSE;
import static dev.dateline.pipeline.page.Cleaning.page;
import static dev.dateline.pipeline.page.Cleaning.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.Articles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleCheckTest {
    /** A brief of two sentences is news in every language; a script of fewer characters to the word needs fewer. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en;The ferry to the islands runs again from Monday. The storm had held up four ships in the harbour, and two piers must be repaired.",
                "ru;Паром на острова снова ходит с понедельника. Шторм задержал в гавани четыре судна, два причала придётся чинить до конца весны.",
                "kk;Аралдарға баратын паром дүйсенбіден бастап қайта жүреді. Дауыл айлақта төрт кемені кешіктірді, екі айлақ жөндеуді қажет етеді.",
                "zh;前往群岛的渡轮星期一恢复运行。风暴使四艘船滞留港口，两座码头需要在春季结束之前修复完毕。",
                "ja;島々へのフェリーは月曜日から運航を再開する。嵐のため港には四隻の船が足止めされていた。",
                "th;เรือข้ามฟากไปยังหมู่เกาะจะกลับมาให้บริการอีกครั้งตั้งแต่วันจันทร์",
                "ar;تعود العبارة إلى الجزر للعمل اعتبارا من يوم الاثنين. وكانت العاصفة قد أخرت أربع سفن في الميناء ويجب إصلاح رصيفين قبل نهاية الربيع."
            })
    void shouldKeepABriefInItsLanguage(String language, String text) {
        assertThat(verdictOf(language, text)).isEqualTo("kept");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "en;The ferry to the islands runs again from Monday.",
                "ru;Паром на острова снова ходит с понедельника.",
                "zh;前往群岛的渡轮星期一恢复运行。",
                "ja;島々へのフェリーは月曜日から運航を再開する。",
                "ar;تعود العبارة إلى الجزر للعمل اعتبارا من يوم الاثنين."
            })
    void shouldDropAStubInItsLanguage(String language, String text) {
        assertThat(verdictOf(language, text)).isEqualTo("TOO_SHORT");
    }

    @Test
    void shouldDropAVideo() {
        var html = page(
                "<meta property='og:type' content='video.other'>",
                "<h1>The flood from above</h1><video src=a.mp4></video><p>" + PROSE.substring(0, 200) + "</p>");
        assertThat(verdict(Articles.raw("video", html).build())).isEqualTo("NOT_AN_ARTICLE");
    }

    @Test
    void shouldKeepAnArticleWithAVideo() {
        var html = page(
                "<meta property='og:type' content='video.other'>",
                "<h1>The flood from above</h1><video src=a.mp4></video><p>" + PROSE + "</p>");
        assertThat(verdict(Articles.raw("video", html).build())).isEqualTo("kept");
    }

    @Test
    void shouldKeepAnArticleUnderMoreCommentsThanText() {
        var comment = "<div class=comment><p>" + PROSE.replace("pier", "quay") + "</p></div>";
        var html = page(
                "", "<h1>Pier</h1><div><p>" + PROSE + "</p></div><div id=comments>" + comment.repeat(9) + "</div>");
        var article = Cleaning.kept(Articles.raw("comments", html).build());
        assertThat(article.getText()).isEqualTo(PROSE);
    }

    @Test
    void shouldReadTheLeadBetweenHeadlineAndBody() {
        var lead = "The old pier will be mended before winter comes, the council says.";
        var html = page(
                "",
                "<main><header><h1>Pier</h1><p class=intro>" + lead + "</p></header><div class=article-body><p>" + PROSE
                        + "</p><p>" + PROSE.replace("pier", "quay") + "</p></div></main>");
        var article = Cleaning.kept(Articles.raw("lead", html).build());
        assertThat(article.getText()).startsWith(lead + "\n\n" + PROSE);
    }

    @Test
    void shouldFindTheArticleInAHeaderThatNobodyClosed() {
        var html = page("", "<header role=banner><main><h1>The old pier is repaired</h1><p>" + PROSE + "</p></main>");
        assertThat(Cleaning.kept(Articles.raw("header", html).build()).getText())
                .isEqualTo(PROSE);
    }

    @Test
    void shouldReadATextTwiceOnThePageOnce() {
        var html = page(
                "",
                "<h1>Pier</h1><div class=wide><p>" + PROSE + "</p></div><div class=narrow><ul><li>One.</li></ul><p>"
                        + PROSE + "</p></div>");
        assertThat(Cleaning.kept(Articles.raw("twice", html).build()).getText()).containsOnlyOnce("council");
    }

    private static String verdictOf(String language, String text) {
        var html = "<html lang=" + language + "><body><h1>" + text.substring(0, 12) + "</h1><p>" + text
                + "</p></body></html>";
        return verdict(Articles.raw("brief", html).build());
    }
}
