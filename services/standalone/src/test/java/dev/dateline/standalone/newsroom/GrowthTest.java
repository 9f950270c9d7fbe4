package dev.dateline.standalone.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GrowthTest {
    private static final Instant OPENED = Instant.parse("2026-03-06T12:00:00Z");

    private final Newsroom newsroom = Newsroom.load();
    private final Growth growth = new Growth(newsroom, OPENED, NewsroomServer.QUICK);

    @Test
    void shouldOpenEveryOutletWithAThirdOfItsArticles() {
        for (var outlet : newsroom.outlets()) {
            var stock = outlet.articles().stream()
                    .filter(article -> growth.delay(article).isZero())
                    .count();
            assertThat(stock).as(outlet.id()).isEqualTo((outlet.articles().size() + 2) / 3);
        }
    }

    @Test
    void shouldLetAFewArticlesASecondAppear() {
        var bySecond = newsroom.articles().stream()
                .filter(article -> !growth.delay(article).isZero())
                .filter(article -> growth.delay(article).compareTo(Duration.ofSeconds(10)) < 0)
                .count();
        assertThat(bySecond).isBetween(20L, 40L);
        assertThat(growth.length()).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void shouldGrowInTheSameOrderAtEveryOpening() {
        var later = new Growth(newsroom, OPENED.plus(Duration.ofHours(1)), NewsroomServer.QUICK);
        assertThat(newsroom.articles())
                .allSatisfy(article -> assertThat(later.delay(article)).isEqualTo(growth.delay(article)));
    }
}
