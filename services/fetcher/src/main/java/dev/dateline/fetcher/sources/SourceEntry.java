package dev.dateline.fetcher.sources;

import dev.dateline.fetcher.http.Proxies;
import dev.dateline.pipeline.WebUrl;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.settings.SettingType;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** One source of a file; whatever is wrong with it is added to the problems, with its line. */
final class SourceEntry {
    /** Letters of a language subtag, at most. */
    private static final int LANGUAGE = 3;

    private static final String HEADERS = "headers";
    /** The word for "not at all" where a source says otherwise than the fetcher's settings. */
    private static final String NONE = "none";

    private static final List<String> KEYS = List.of(
            "id",
            "url",
            "name",
            "kind",
            "outlet",
            "country",
            "language",
            "min-interval",
            "max-interval",
            "enabled",
            HEADERS,
            CredentialsEntry.KEY,
            "proxy",
            "quota",
            "spacing",
            "revisits");
    private static final Map<String, SourceKind> KINDS =
            Map.of("feed", SourceKind.FEED, "sitemap", SourceKind.SITEMAP, "page", SourceKind.PAGE);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final List<String> COUNTRIES = List.of(Locale.getISOCountries());
    private static final SettingType<Duration> INTERVAL = SettingType.DURATION.where(
            value -> value.compareTo(Duration.ofSeconds(1)) >= 0 && value.compareTo(Duration.ofDays(365)) <= 0,
            "1s to 365d");
    private static final SettingType<Duration> SPACING = SettingType.DURATION.where(
            value -> value.compareTo(Duration.ofSeconds(1)) >= 0 && value.compareTo(Duration.ofHours(1)) <= 0,
            "1s to 1h");
    private static final SettingType<List<Duration>> REVISITS = SettingType.DURATIONS.where(
            delays -> !delays.isEmpty() && delays.stream().sorted().toList().equals(delays), "in ascending order");

    private final YamlEntry entry;
    private final List<Problem> problems;
    private final int problemsBefore;

    SourceEntry(MappingNode mapping, Path file, List<Problem> problems) {
        this.problems = problems;
        this.problemsBefore = problems.size();
        this.entry = YamlEntry.of(mapping, KEYS, Set.of(HEADERS, CredentialsEntry.KEY), file, problems);
    }

    /** Gives the source; null when there is a problem. */
    @Nullable
    Source read() {
        checkValues();
        var id = entry.required("id");
        var url = entry.required("url");
        var least = entry.parsed("min-interval", INTERVAL);
        var most = entry.parsed("max-interval", INTERVAL);
        var enabled = entry.parsed("enabled", SettingType.BOOLEAN);
        if (least != null && most != null && least.compareTo(most) > 0) {
            entry.problem(entry.place("min-interval"), "min-interval is longer than max-interval", "Exchange the two.");
        }
        var terms = addTerms(Source.newBuilder(), url);
        if (id == null || url == null || problems.size() > problemsBefore) {
            return null;
        }
        return terms.setId(id)
                .setUrl(url)
                .setName(Objects.requireNonNullElse(
                        entry.text("name"), Objects.requireNonNullElse(entry.text("outlet"), id)))
                .setKind(KINDS.get(Objects.requireNonNullElse(entry.text("kind"), "feed")))
                .setPublisher(new Publisher(entry.text("outlet"), entry.text("country"), entry.text("language")))
                .setMinIntervalSeconds(seconds(least))
                .setMaxIntervalSeconds(seconds(most))
                .setEnabled(enabled == null || enabled)
                .build();
    }

    /** Adds how the source wants to be asked. */
    private Source.Builder addTerms(Source.Builder source, @Nullable String url) {
        var proxy = entry.text("proxy");
        return source.setHeaders(entry.nested(HEADERS)
                        .map(headers -> HeadersEntry.read(headers, entry))
                        .orElse(Map.of()))
                .setCredentials(entry.nested(CredentialsEntry.KEY)
                        .map(credentials -> CredentialsEntry.read(credentials, entry, url))
                        .orElse(null))
                .setProxy(NONE.equals(proxy) ? "" : proxy)
                .setPagesPerDay(entry.parsed("quota", SettingType.between(1, 1_000_000)))
                .setSpacingSeconds(seconds(entry.parsed("spacing", SPACING)))
                .setRevisitAfterSeconds(revisits());
    }

    private @Nullable List<Integer> revisits() {
        if (NONE.equals(entry.text("revisits"))) {
            return List.of();
        }
        var delays = entry.parsed("revisits", REVISITS);
        return delays == null
                ? null
                : delays.stream()
                        .map(delay -> Math.toIntExact(delay.toSeconds()))
                        .toList();
    }

    private void checkValues() {
        entry.check("id", value -> ID.matcher(value).matches(), "is no id", "Use a-z, 0-9 and hyphens, at most 64.");
        entry.check(
                "url",
                value -> WebUrl.parse(value).isPresent(),
                "is no web address",
                "Write it like https://news.example/feed.xml.");
        entry.check("country", COUNTRIES::contains, "is no country", "Give its ISO 3166-1 alpha-2 code, like KZ.");
        entry.check("language", SourceEntry::isLanguage, "is no language", "Give its BCP 47 code, like kk.");
        entry.check("kind", KINDS::containsKey, "is no kind of source", "Write feed, sitemap, page or none.");
        entry.check(
                "proxy",
                value -> value.equals(NONE) || Proxies.isName(value),
                "is no name of a proxy",
                "Name it in the setting fetcher.proxies and give its name here, or 'none'.");
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
}
