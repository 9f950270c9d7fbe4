package dev.dateline.pipeline.feed;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Reads how often a channel wants to be asked: {@code ttl}, {@code skipHours} and {@code skipDays} of RSS 2.0, {@code
 * updatePeriod} and {@code updateFrequency} of the syndication module of RSS 1.0, which is found in feeds of 2.0 too.
 */
final class PaceReader {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    /** RSS 2.0 counts hours from 0 to 23, RSS 0.91 from 1 to 24. */
    private static final int HOURS_A_DAY = 24;

    private static final Map<String, Duration> PERIODS = Map.of(
            "hourly", Duration.ofHours(1),
            "daily", Duration.ofDays(1),
            "weekly", Duration.ofDays(7),
            "monthly", Duration.ofDays(30),
            "yearly", Duration.ofDays(365));
    /** WordPress writes "once an hour" into every feed, and most themes leave it there: it is nobody's wish. */
    private static final Duration OF_WORDPRESS = Duration.ofHours(1);

    private static final String PERIOD = "sy:updateperiod";
    private static final String FREQUENCY = "sy:updatefrequency";
    /** Where a channel says how often, but not in what time (syndication module, updatePeriod). */
    private static final String USUAL_PERIOD = "daily";

    private final FeedXml xml;

    PaceReader(FeedXml xml) {
        this.xml = xml;
    }

    FeedPace read(Element channel) {
        return new FeedPace(
                Stream.concat(ttl(channel).stream(), period(channel).stream())
                        .max(Duration::compareTo)
                        .orElse(null),
                texts(channel, "skiphours", "hour")
                        .flatMap(hour -> number(hour).stream())
                        .filter(hour -> hour <= HOURS_A_DAY)
                        .map(hour -> hour % HOURS_A_DAY)
                        .collect(Collectors.toSet()),
                texts(channel, "skipdays", "day").flatMap(PaceReader::day).collect(Collectors.toSet()));
    }

    /** Minutes. */
    private Optional<Duration> ttl(Element channel) {
        return xml.text(channel, "ttl")
                .flatMap(PaceReader::number)
                .filter(minutes -> minutes > 0)
                .map(Duration::ofMinutes);
    }

    private Optional<Duration> period(Element channel) {
        var period = xml.text(channel, PERIOD);
        var frequency = xml.text(channel, FREQUENCY);
        if (period.isEmpty() && frequency.isEmpty()) {
            return Optional.empty();
        }
        var times = frequency.flatMap(PaceReader::number).orElse(1);
        return Optional.ofNullable(PERIODS.get(period.orElse(USUAL_PERIOD).toLowerCase(Locale.ROOT)))
                .map(length -> length.dividedBy(Math.max(1, times)))
                .filter(interval -> !interval.equals(OF_WORDPRESS));
    }

    private Stream<String> texts(Element channel, String list, String name) {
        return xml.children(channel, list)
                .flatMap(parent -> xml.children(parent, name))
                .map(element -> element.wholeText().strip());
    }

    private static Stream<DayOfWeek> day(String name) {
        return Arrays.stream(DayOfWeek.values()).filter(day -> day.name().equalsIgnoreCase(name));
    }

    private static Optional<Integer> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
