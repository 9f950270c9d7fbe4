package dev.dateline.pipeline.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedPaceTest {
    private static final String SY = "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ttl>15</ttl> | PT15M",
                "<ttl> 15 </ttl> | PT15M",
                "<ttl>525600</ttl> | P365D",
                "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency> | PT15M",
                "<sy:updatePeriod> Daily </sy:updatePeriod> | P1D",
                "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency> | P1D",
                "<sy:updateFrequency>2</sy:updateFrequency> | PT12H",
                "<ttl>5</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>6</sy:updateFrequency> | PT10M",
            })
    void shouldReadHowOftenAChannelWantsToBeAsked(String elements, Duration interval) {
        assertThat(rss(elements)).isEqualTo(new FeedPace(interval, Set.of(), Set.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<ttl/>",
                "<ttl>0</ttl>",
                "<ttl>-5</ttl>",
                "<ttl>soon</ttl>",
                "<ttl>99999999999</ttl>",
                "<sy:updatePeriod>always</sy:updatePeriod>",
                "<item><ttl>15</ttl></item>",
                "<skipHours><hour>25</hour><hour>noon</hour></skipHours><skipDays><day>Caturday</day></skipDays>",
            })
    void shouldInventNoWish(String elements) {
        assertThat(rss(elements)).isEqualTo(FeedPace.UNSAID);
    }

    @Test
    void shouldNotTakeForAWishWhatWordPressWritesEverywhere() {
        assertThat(
                        rss(
                                "<sy:updatePeriod>\n\thourly\t</sy:updatePeriod><sy:updateFrequency>\n\t1\t</sy:updateFrequency>"))
                .isEqualTo(FeedPace.UNSAID);
    }

    @Test
    void shouldReadTheModuleInTheFormatItIsOfWhateverItsPrefix() {
        var feed = parse(
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'"
                        + " xmlns:syn='http://purl.org/rss/1.0/modules/syndication/'><channel>"
                        + "<syn:updatePeriod>daily</syn:updatePeriod><syn:updateFrequency>8</syn:updateFrequency></channel></rdf:RDF>");

        assertThat(feed.pace().interval()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void shouldReadWhenAChannelIsNotToBeAsked() {
        var pace = rss("<skipHours><hour>0</hour><hour>5</hour><hour>24</hour></skipHours>"
                + "<skipDays><day>Saturday</day><day>sunday</day></skipDays>");

        assertThat(pace.skipHours()).containsExactlyInAnyOrder(0, 5);
        assertThat(pace.skipDays()).containsExactlyInAnyOrder(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-06T11:59:59Z, 2026-03-06T11:59:59Z",
        "2026-03-06T23:10:00Z, 2026-03-08T01:00:00Z",
        "2026-03-07T12:00:00Z, 2026-03-08T01:00:00Z",
        "2026-03-08T00:00:00Z, 2026-03-08T01:00:00Z",
        "2026-03-08T01:00:00Z, 2026-03-08T01:00:00Z",
    })
    void shouldFindTheEndOfWhatIsSkipped(Instant moment, Instant open) {
        var pace = new FeedPace(null, Set.of(23, 0), Set.of(DayOfWeek.SATURDAY));

        assertThat(pace.afterSkipped(moment)).isEqualTo(open);
    }

    @Test
    void shouldSkipNothingWhereAllIsSkipped() {
        var all = IntStream.range(0, 24).boxed().collect(Collectors.toSet());
        var moment = Instant.parse("2026-03-06T11:30:00Z");

        assertThat(new FeedPace(null, all, Set.of()).afterSkipped(moment)).isEqualTo(moment);
    }

    @Test
    void shouldKnowThatAtomAndJsonSayNothingOfIt() {
        assertThat(parse("<feed xmlns='http://www.w3.org/2005/Atom'/>").pace()).isEqualTo(FeedPace.UNSAID);
        assertThat(parse("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}")
                        .pace())
                .isEqualTo(FeedPace.UNSAID);
    }

    private static FeedPace rss(String elements) {
        return parse("<rss version='2.0' " + SY + "><channel>" + elements + "</channel></rss>")
                .pace();
    }

    private static Feed parse(String text) {
        return (Feed) FeedParser.parse(text.getBytes(StandardCharsets.UTF_8), null, "https://courier.example/feed.xml");
    }
}
