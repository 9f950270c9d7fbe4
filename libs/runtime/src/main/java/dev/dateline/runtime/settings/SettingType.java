package dev.dateline.runtime.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How the text of a setting becomes a value with its unit in the type.
 *
 * @param name what the reference page calls it
 * @param example shown when a value cannot be read
 * @param parser throws IllegalArgumentException (NumberFormatException, ...) for what it cannot read
 */
public record SettingType<T>(String name, String example, Function<String, T> parser) {
    private static final Pattern DURATION_FORM = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
    private static final Pattern SIZE_FORM = Pattern.compile("(\\d+)\\s*(B|KiB|MiB|GiB)?");

    public static final SettingType<String> STRING = new SettingType<>("text", "some text", text -> text);
    public static final SettingType<Integer> INT = new SettingType<>("whole number", "8", Integer::valueOf);
    public static final SettingType<Double> DECIMAL = new SettingType<>("number", "0.5", Double::valueOf);
    public static final SettingType<Boolean> BOOLEAN = new SettingType<>("true or false", "true", SettingType::bool);
    public static final SettingType<Duration> DURATION =
            new SettingType<>("duration", "500ms, 30s, 5m, 1h or 7d", SettingType::duration);
    public static final SettingType<Long> SIZE = new SettingType<>("size", "512KiB, 5MiB or 1GiB", SettingType::size);
    public static final SettingType<Path> PATH = new SettingType<>("path", "/var/lib/dateline", Path::of);
    public static final SettingType<URI> ADDRESS = new SettingType<>("address", "http://localhost:8080", URI::create);
    public static final SettingType<List<String>> LIST =
            new SettingType<>("list", "one,two", text -> items(text, Function.identity()));
    public static final SettingType<List<Duration>> DURATIONS =
            new SettingType<>("list of durations", "1h,24h,7d", text -> items(text, SettingType::duration));

    /** This type with a condition on its values. */
    public SettingType<T> where(Predicate<T> condition, String what) {
        return new SettingType<>(name + ", " + what, example, text -> {
            var value = parser.apply(text);
            if (!condition.test(value)) {
                throw new IllegalArgumentException("must be " + what);
            }
            return value;
        });
    }

    /** A whole number between two bounds, both included. */
    public static SettingType<Integer> between(int low, int high) {
        return INT.where(value -> value >= low && value <= high, low + " to " + high);
    }

    /** A TCP port; 0 takes a free one. */
    public static SettingType<Integer> port() {
        return between(0, 65_535);
    }

    private static Boolean bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is neither true nor false");
        };
    }

    private static Duration duration(String text) {
        var match = DURATION_FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("is no duration");
        }
        var amount = Long.parseLong(match.group(1));
        return switch (match.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Long size(String text) {
        var match = SIZE_FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("is no size");
        }
        var unit = match.group(2) == null ? "B" : match.group(2);
        var shift = switch (unit) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            case "GiB" -> 30;
            default -> 0;
        };
        return Math.multiplyExact(Long.parseLong(match.group(1)), 1L << shift);
    }

    private static <T> List<T> items(String text, Function<String, T> item) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(item)
                .toList();
    }
}
