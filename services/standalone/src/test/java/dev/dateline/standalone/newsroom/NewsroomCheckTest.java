package dev.dateline.standalone.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.standalone.newsroom.FrontMatter.Expectation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NewsroomCheckTest {
    private static final String KNOWN = "saryarqa/blizzard";

    @Test
    void shouldFindNothingWrongWithTheNewsroomThatIsShipped() {
        assertThat(NewsroomCheck.problems(Newsroom.load())).isEmpty();
    }

    @Test
    void shouldReportEveryContradictionAtOnce() {
        var article = article("P1D1H", "nobody/nothing", "medtop:20000640", "Text.");
        assertThat(NewsroomCheck.problems(with(article)))
                .containsExactly(
                        KNOWN + ": 'published' is neither a time nor a duration",
                        KNOWN + ": 'after' names no article: nobody/nothing",
                        KNOWN + ": is no code of its kind: medtop:20000640");
    }

    @Test
    void shouldRefuseACopyOfWhatIsNotThere() {
        var article = article("PT1H", null, "medtop:17000000", "{{copy nobody/nothing}}");
        assertThat(NewsroomCheck.problems(with(article)))
                .containsExactly(KNOWN + ": refers to what is not there: no article nobody/nothing");
    }

    private static Newsroom with(Article article) {
        var settings = Newsroom.load().outlets().get(0).settings();
        return new Newsroom(List.of(new Outlet("saryarqa", settings, Map.of(), List.of(article))));
    }

    private static Article article(String published, @Nullable String after, String theme, String text) {
        var truth = new Expectation(
                null,
                null,
                List.of(),
                List.of("Text"),
                List.of(),
                null,
                null,
                List.of(),
                List.of("KZ"),
                List.of(),
                List.of(theme),
                List.of(),
                List.of());
        var marks = new FrontMatter(
                "Title", null, List.of(), published, "/a", "News", null, null, null, after, false, Map.of(), truth);
        return new Article(KNOWN, "en", marks, List.of(text));
    }
}
