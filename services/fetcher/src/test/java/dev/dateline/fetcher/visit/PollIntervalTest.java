package dev.dateline.fetcher.visit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.feed.FeedPace;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollIntervalTest {
    static {
        Contracts.trust();
    }

    private static final Instant FRIDAY_NIGHT = Instant.parse("2026-03-06T23:50:00Z");

    private final PollInterval interval = new PollInterval(Duration.ofMinutes(5), Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({
        // The first poll, with and without a hint; a hint may be nonsense
        ", , 20, PT5M",
        ", PT20M, 20, PT20M",
        ", PT1M, 20, PT5M",
        ", P365D, 20, PT1H",
        // Nothing new: longer each time, whatever the hint
        "PT20M, PT20M, 0, PT30M",
        "PT2H, PT20M, 0, PT3H",
        "P1D, PT20M, 0, P1D",
        // Something new: shorter, down to the hint
        "PT20M, , 2, PT10M",
        "PT20M, PT20M, 2, PT20M",
        "PT2H, PT20M, 2, PT1H",
        // More than a quarter is new: at once, or as the feed asks
        "PT2H, , 6, PT5M",
        "PT2H, PT20M, 6, PT20M",
        // What turns over sooner than its hint says is not believed
        "PT20M, PT1H, 20, PT10M",
        "PT1H, PT1H, 20, PT30M",
    })
    void shouldBeNoShorterThanTheFeedAsksFor(Duration last, Duration hint, int fresh, Duration next) {
        assertThat(interval.next(source(null, null), last, hint, fresh, 20)).isEqualTo(next);
    }

    @Test
    void shouldHeedTheOperatorMoreThanTheFeed() {
        var hint = Duration.ofMinutes(40);

        assertThat(interval.next(source(60, null), null, hint, 1, 20)).isEqualTo(Duration.ofMinutes(1));
        assertThat(interval.next(source(null, 600), null, hint, 1, 20)).isEqualTo(Duration.ofMinutes(10));
    }

    @ParameterizedTest
    @CsvSource({
        "PT5M, PT5M", // ends on Friday still
        "PT15M, PT1H15M", // Saturday, of which an hour is waited
        "PT23H30M, PT24H10M",
    })
    void shouldNotEndWhileTheFeedIsNotToBeAsked(Duration wait, Duration waited) {
        var pace = new FeedPace(null, Set.of(), Set.of(DayOfWeek.SATURDAY));
        var source = source(null, (int) Duration.ofDays(9).toSeconds());

        assertThat(interval.outsideSkipped(source, FRIDAY_NIGHT, wait, pace)).isEqualTo(waited);
    }

    @Test
    void shouldEndWithTheHourThatIsSkipped() {
        var pace = new FeedPace(null, Set.of(0), Set.of());
        var wait = Duration.ofMinutes(15);

        assertThat(interval.outsideSkipped(source(null, null), FRIDAY_NIGHT, wait, pace))
                .isEqualTo(Duration.ofMinutes(70));
        assertThat(interval.outsideSkipped(source(60, null), FRIDAY_NIGHT, wait, pace))
                .isEqualTo(wait);
        assertThat(interval.outsideSkipped(source(null, 1_800), FRIDAY_NIGHT, wait, pace))
                .isEqualTo(Duration.ofMinutes(30));
    }

    private static Source source(@Nullable Integer least, @Nullable Integer most) {
        return Source.newBuilder()
                .setId("example")
                .setName("Example")
                .setUrl(FrontierBench.FEED)
                .setPublisher(Publisher.newBuilder().build())
                .setMinIntervalSeconds(least)
                .setMaxIntervalSeconds(most)
                .build();
    }
}
