package dev.dateline.standalone.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parameters of a search as options: each is read and refused as the readers' API does it. */
final class SearchOptions {
    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "About this region, by code or name: KZ, 143, Kazakhstan, \"Central Asia\". Repeatable.")
    private List<String> regions = new ArrayList<>();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "Connected so with the region: about (default), mentioned, dateline, publisher. Repeatable.")
    private List<String> roles = new ArrayList<>();

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description = "With this theme, by code or name: medtop:20000209, agriculture. Repeatable.")
    private List<String> themes = new ArrayList<>();

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "In this language (BCP 47); zh takes zh-Hant too. Repeatable.")
    private List<String> languages = new ArrayList<>();

    @Option(
            names = "--outlet",
            paramLabel = "NAME",
            description = "Of this outlet, whatever the case of its name. Repeatable.")
    private List<String> outlets = new ArrayList<>();

    @Option(names = "--source", paramLabel = "ID", description = "Found at this source. Repeatable.")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--route",
            paramLabel = "ROUTE",
            description = "What belongs to this route (see: dateline routes list); asks Kafka what that is.")
    private @Nullable String route;

    @Option(names = "--q", paramLabel = "WORDS", description = "With these words, as q of the readers' API.")
    private @Nullable String words;

    @Option(names = "--title", paramLabel = "WORDS", description = "With nearly these words in the title.")
    private @Nullable String title;

    @Option(
            names = "--since",
            paramLabel = "WHEN",
            description = "Of then or later: 2026-03-01, 2026-03-01T12:00:00Z, or that long ago (1h, 7d).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "WHEN", description = "Of before then, in the same forms.")
    private @Nullable String until;

    /** Whether to ask what belongs to a route. */
    boolean namesRoute() {
        return route != null;
    }

    /** The parameters as a request would give them. */
    Map<String, List<String>> given() {
        var given = new LinkedHashMap<String, List<String>>();
        given.put("region", regions);
        given.put("role", roles);
        given.put("theme", themes);
        given.put("language", languages);
        given.put("outlet", outlets);
        given.put("source", sources);
        given.put("route", one(route));
        given.put("q", one(words));
        given.put("title", one(title));
        given.put("since", one(since));
        given.put("until", one(until));
        return given;
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
