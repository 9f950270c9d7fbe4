package dev.dateline.fetcher.sources;

import dev.dateline.pipeline.WebUrl;
import dev.dateline.runtime.Nearest;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One source of a file; whatever is wrong with it is added to the problems, with its line. */
final class SourceEntry {
    /** Letters of a language subtag, at most. */
    private static final int LANGUAGE = 3;

    private static final List<String> KEYS = List.of(
            "id", "url", "name", "kind", "outlet", "country", "language", "min-interval", "max-interval", "enabled");
    private static final Map<String, SourceKind> KINDS = Map.of("feed", SourceKind.FEED, "sitemap", SourceKind.SITEMAP);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
    private static final SettingType<Duration> INTERVAL = SettingType.DURATION.where(
            value -> value.compareTo(Duration.ofSeconds(1)) >= 0 && value.compareTo(Duration.ofDays(365)) <= 0,
            "1s to 365d");

    private final MappingNode mapping;
    private final Path file;
    private final List<Problem> problems;
    private final Map<String, ScalarNode> values = new HashMap<>();

    SourceEntry(MappingNode mapping, Path file, List<Problem> problems) {
        this.mapping = mapping;
        this.file = file;
        this.problems = problems;
    }

    /** Gives the source; null when there is a problem. */
    @Nullable
    Source read() {
        var before = problems.size();
        mapping.getValue().forEach(entry -> collect(entry.getKeyNode(), entry.getValueNode()));
        checkValues();
        var id = required("id");
        var url = required("url");
        var least = parsed("min-interval", INTERVAL);
        var most = parsed("max-interval", INTERVAL);
        var enabled = parsed("enabled", SettingType.BOOLEAN);
        if (least != null && most != null && least.compareTo(most) > 0) {
            problem(place("min-interval"), "min-interval is longer than max-interval", "Exchange the two.");
        }
        if (id == null || url == null || problems.size() > before) {
            return null;
        }
        return Source.newBuilder()
                .setId(id)
                .setUrl(url)
                .setName(Objects.requireNonNullElse(text("name"), Objects.requireNonNullElse(text("outlet"), id)))
                .setKind(KINDS.get(Objects.requireNonNullElse(text("kind"), "feed")))
                .setPublisher(new Publisher(text("outlet"), text("country"), text("language")))
                .setMinIntervalSeconds(seconds(least))
                .setMaxIntervalSeconds(seconds(most))
                .setEnabled(enabled == null || enabled)
                .build();
    }

    private void checkValues() {
        check("id", value -> ID.matcher(value).matches(), "is no id", "Use a-z, 0-9 and hyphens, at most 64.");
        check(
                "url",
                value -> WebUrl.parse(value).isPresent(),
                "is no web address",
                "Write it like https://news.example/feed.xml.");
        check("country", COUNTRIES::contains, "is no country", "Give its ISO 3166-1 alpha-2 code, like KZ.");
        check("language", SourceEntry::isLanguage, "is no language", "Give its BCP 47 code, like kk.");
        check(
                "kind",
                KINDS::containsKey,
                "is not polled yet",
                "Give the address of a feed or sitemap, and kind feed, sitemap or none.");
    }

    private void collect(Node key, Node value) {
        var name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!KEYS.contains(name)) {
            var known = "Known are " + String.join(", ", KEYS) + ".";
            problem(place(key), "'" + name + "' means nothing here", Nearest.question(name, KEYS, known));
        } else if (!(value instanceof ScalarNode scalar)) {
            problem(place(value), name + " is no single value", "Write '" + name + ": value'.");
        } else if (values.putIfAbsent(name, scalar) != null) {
            problem(place(key), name + " is given twice", "Remove one of the two.");
        }
    }

    private @Nullable String text(String key) {
        var node = values.get(key);
        return node == null || node.getTag().equals(Tag.NULL) || node.getValue().isBlank()
                ? null
                : node.getValue().strip();
    }

    private @Nullable String required(String key) {
        var value = text(key);
        if (value == null) {
            problem(place(key), "the source has no " + key, "Add '" + key + ": ...'.");
        }
        return value;
    }

    private void check(String key, Predicate<String> rule, String what, String mend) {
        var value = text(key);
        if (value != null && !rule.test(value)) {
            problem(place(key), key + " '" + value + "' " + what, mend);
        }
    }

    private <T> @Nullable T parsed(String key, SettingType<T> type) {
        var value = text(key);
        try {
            return value == null ? null : type.parser().apply(value);
        } catch (IllegalArgumentException e) {
            problem(place(key), key + " '" + value + "' is no " + type.name(), "Write it like " + type.example() + ".");
            return null;
        }
    }

    private static @Nullable Integer seconds(@Nullable Duration duration) {
        return duration == null ? null : Math.toIntExact(duration.toSeconds());
    }

    /** Longer subtags are well-formed, but no language has one: "english" is a slip. */
    static boolean isLanguage(String tag) {
        try {
            var language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
            return !language.isEmpty() && language.length() <= LANGUAGE;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private String place(String key) {
        var node = values.get(key);
        return place(node == null ? mapping : node);
    }

    private String place(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    private void problem(String place, String what, String mend) {
        problems.add(new Problem(place, what, mend));
    }
}
