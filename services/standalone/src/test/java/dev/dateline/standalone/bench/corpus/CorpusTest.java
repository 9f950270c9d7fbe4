package dev.dateline.standalone.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.pipeline.Outcome;
import dev.dateline.pipeline.page.ArticleCleaner;
import dev.dateline.pipeline.page.CleanerLimits;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.RawArticle;
import dev.dateline.testkit.Articles;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static final int MANY = 600;

    private final Corpus corpus = new Corpus(1);

    @BeforeAll
    static void trust() {
        Contracts.trust();
    }

    @Test
    void shouldMakeTheSamePageOfTheSameNumber() {
        assertThat(new Corpus(1).article(42, Articles.FETCHED).getUrl())
                .isEqualTo(article(42).getUrl());
        assertThat(page(article(42))).isEqualTo(page(article(42))).isNotEqualTo(page(article(43)));
        assertThat(page(new Corpus(2).article(42, Articles.FETCHED))).isNotEqualTo(page(article(42)));
    }

    @Test
    void shouldMakePagesAsLargeAsRealOnes() {
        var sizes = IntStream.range(0, MANY)
                .map(number -> article(number).getBody().remaining())
                .sorted()
                .toArray();
        assertThat(sizes[MANY / 2] / 1024.0).isCloseTo(105, within(20.0));
        assertThat(sizes[MANY * 95 / 100] / 1024.0).isCloseTo(410, within(100.0));
    }

    @Test
    void shouldMakeArticlesThatTheCleanerKeeps() {
        var cleaner = new ArticleCleaner(CleanerLimits.DEFAULT, (title, text) -> Optional.empty());
        assertThat(IntStream.range(0, 60).mapToObj(number -> cleaner.apply(article(number))))
                .allMatch(outcome -> outcome instanceof Outcome.Kept);
    }

    @Test
    void shouldComeBackToSomeArticlesAndCopyOthers() {
        var all = IntStream.range(0, MANY).mapToObj(this::article).toList();
        var addresses = all.stream().map(RawArticle::getUrl).collect(Collectors.toSet());
        var titles = all.stream().map(article -> title(page(article))).collect(Collectors.toSet());
        assertThat(addresses).hasSizeBetween(MANY - 40, MANY - 5);
        assertThat(titles).hasSizeBetween(MANY * 80 / 100, MANY * 92 / 100);
    }

    private RawArticle article(int number) {
        return corpus.article(number, Articles.FETCHED);
    }

    private static String page(RawArticle article) {
        return StandardCharsets.UTF_8.decode(article.getBody().duplicate()).toString();
    }

    private static String title(String page) {
        return page.substring(page.indexOf("<h1>"), page.indexOf("</h1>"));
    }
}
