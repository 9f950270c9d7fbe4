package dev.dateline.pipeline.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The zone that stands behind the time of day in a written date: an offset, or a name.
 *
 * @param isSure false when other zones have that name too
 */
record FeedZone(ZoneId id, boolean isSure) {
    private static final String LIST = "zone-names.txt";
    private static final Pattern OFFSET =
            Pattern.compile("^[\\s(]*(?i:GMT|UTC|UT|Z)?\\s*([+\\-\\u2212\\u2013])(\\d{1,2}):?(\\d{2})?(?![\\d./])");
    private static final Pattern PLACE = Pattern.compile("(?:^|[\\s\\[(])([A-Z][A-Za-z_]+(?:/[A-Z][A-Za-z_-]+){1,2})");
    private static final Pattern NAME = Pattern.compile("^[\\s(\\[]*([A-Za-z]{1,5})\\b");

    /** What Americans write whether it is summer or not. */
    private static final Map<String, FeedZone> BOTH_SEASONS = Map.of(
            "ET", sure(ZoneId.of("America/New_York")),
            "CT", sure(ZoneId.of("America/Chicago")),
            "MT", sure(ZoneId.of("America/Denver")),
            "PT", sure(ZoneId.of("America/Los_Angeles")));
    /** Ends a line of the list whose name several zones have. */
    private static final String SHARED = "?";

    private static final Map<String, FeedZone> NAMES = names();

    /** Finds the zone at the beginning of what follows a time of day; empty when it names none that is known. */
    static Optional<FeedZone> find(String rest) {
        var offset = OFFSET.matcher(rest);
        if (offset.find()) {
            var minutes = Integer.parseInt(offset.group(2)) * 60
                    + (offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3)));
            return Optional.of(sure(zone(offset.group(1).equals("+") ? minutes : -minutes)));
        }
        var place = PLACE.matcher(rest);
        if (place.find()) {
            return place(place.group(1));
        }
        var name = NAME.matcher(rest);
        return name.find() ? named(name.group(1).toUpperCase(Locale.ROOT)) : Optional.empty();
    }

    private static Optional<FeedZone> named(String name) {
        return Optional.ofNullable(BOTH_SEASONS.get(name)).or(() -> Optional.ofNullable(NAMES.get(name)));
    }

    private static Optional<FeedZone> place(String name) {
        try {
            return Optional.of(sure(ZoneId.of(name)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static FeedZone sure(ZoneId id) {
        return new FeedZone(id, true);
    }

    private static FeedZone listed(String[] parts) {
        return new FeedZone(zone(Integer.parseInt(parts[1])), !parts[parts.length - 1].equals(SHARED));
    }

    private static ZoneId zone(int minutes) {
        return ZoneOffset.ofTotalSeconds(minutes * 60);
    }

    private static Map<String, FeedZone> names() {
        var stream = Objects.requireNonNull(FeedZone.class.getResourceAsStream(LIST), LIST);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(parts -> parts[0], FeedZone::listed));
        } catch (IOException e) {
            throw new UncheckedIOException(LIST + " of this program cannot be read", e);
        }
    }
}
