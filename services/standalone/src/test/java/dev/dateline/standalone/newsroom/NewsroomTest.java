package dev.dateline.standalone.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NewsroomTest {
    private static final double SHORTEST_ARTICLE = 130;
    private static final double LONGEST_ARTICLE = 500;
    /** Chinese writes without spaces, and its words have two characters or one. */
    private static final double WORDS_OF_A_CHARACTER = 0.6;

    private final Newsroom newsroom = Newsroom.load();
    private final Edition edition =
            new Edition(newsroom, 8088, Instant.parse("2026-03-06T12:00:00Z"), NewsroomServer.QUICK);

    @Test
    void shouldHaveManyOutletsAndLanguages() {
        assertThat(newsroom.outlets()).hasSizeGreaterThanOrEqualTo(16);
        assertThat(newsroom.articles()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(newsroom.articles())
                .extracting(Article::language)
                .contains("en", "ru", "kk", "ky", "uz", "zh", "de");
    }

    @Test
    void shouldUseEveryFormatOfFeeds() {
        assertThat(newsroom.outlets())
                .extracting(outlet -> outlet.settings().feed().kind())
                .contains(FeedKind.values());
    }

    @Test
    void shouldTellStoriesOfTheLengthOfNews() {
        for (var article : newsroom.articles()) {
            if (article.marks().truth().outcome() == null) {
                var words = edition.blocks(article, 1).stream()
                        .mapToDouble(NewsroomTest::words)
                        .sum();
                assertThat(words).as(article.id()).isBetween(SHORTEST_ARTICLE, LONGEST_ARTICLE);
            }
        }
    }

    private static double words(String block) {
        var characters = block.codePoints()
                .filter(c -> UnicodeScript.of(c) == UnicodeScript.HAN)
                .count();
        return block.split("\\s+").length + characters * WORDS_OF_A_CHARACTER;
    }

    @Test
    void shouldUseOnlyCharactersThatTheOutletCanEncode() {
        for (var outlet : newsroom.outlets()) {
            var pages = new PageWriter(outlet, edition);
            var encoder = outlet.charset().newEncoder();
            for (var article : outlet.articles()) {
                assertThat(encoder.canEncode(pages.write(article, 1)))
                        .as(article.id())
                        .isTrue();
            }
        }
    }

    @Test
    void shouldMakeOneClusterOfEachOriginalAndItsCopies() {
        var clusters = Truth.of(newsroom, edition).articles().stream()
                .collect(Collectors.groupingBy(ExpectedArticle::cluster, Collectors.counting()));
        assertThat(clusters)
                .containsAllEntriesOf(Map.of(
                        "saryarqa/rail-corridor", 3L, "saryarqa/summit-water", 2L, "meridian/summit-thames", 1L));
        assertThat(Truth.of(newsroom, edition).articles())
                .filteredOn(article -> article.copyOf().isEmpty())
                .hasSize(clusters.size());
    }

    @Test
    void shouldPutTheDateOfPublicationIntoPathsAndTexts() {
        var article = newsroom.article("saryarqa/summit-water");
        assertThat(edition.url(article))
                .isEqualTo("http://saryarqa.localhost:8088/news/2026/03/05/"
                        + "central-asian-leaders-agree-on-water-and-energy-fund.html");
        assertThat(edition.blocks(article, 1).get(0)).startsWith("ASTANA, March 5 (Saryarqa Wire) — ");
    }

    @Test
    void shouldSpinTheWordsOfACopy() {
        var spun = edition.blocks(newsroom.article("newsharbor/rail-spun"), 1);
        var original = edition.blocks(newsroom.article("saryarqa/rail-corridor"), 1);
        assertThat(spun).hasSize(original.size() + 3).doesNotContainAnyElementsOf(original.subList(0, 2));
    }

    @Test
    void shouldListEveryFileOfAnOutlet() throws Exception {
        for (var outlet : newsroom.outlets()) {
            var folder = Path.of(
                    Newsroom.class.getResource("/newsroom/" + outlet.id()).toURI());
            try (var files = Files.list(folder)) {
                var slugs = files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".md"))
                        .map(name -> name.substring(0, name.length() - ".md".length()))
                        .toList();
                assertThat(outlet.settings().articles()).containsExactlyInAnyOrderElementsOf(slugs);
            }
        }
    }
}
