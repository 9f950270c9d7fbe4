package dev.dateline.fetcher.sources;

import dev.dateline.pipeline.WebUrl;
import dev.dateline.pipeline.feed.Opml;
import dev.dateline.schema.Contracts;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a list of feeds, as readers of feeds exchange it, into sources and back. */
public final class SourceList {
    static {
        Contracts.trust();
    }

    private static final Pattern NO_ID = Pattern.compile("[^a-z0-9]+");
    private static final Pattern USUAL = Pattern.compile("^(?:www\\.|feeds?\\.|rss\\.)");
    private static final Pattern HYPHENS = Pattern.compile("^-+|-+$");
    private static final int LONGEST_ID = 64;

    private SourceList() {}

    /**
     * Makes sources of the feeds that are none yet. The same list gives the same ids, so that it can be imported again.
     *
     * @param present sources that there are: a feed that one of them polls keeps its id, and is left out here
     */
    public static List<Source> newSources(Opml list, Collection<Source> present) {
        var urlById = new HashMap<String, String>();
        present.forEach(source -> urlById.put(source.getId(), source.getUrl()));
        var polled = present.stream().map(source -> normal(source.getUrl())).collect(Collectors.toSet());
        var made = new ArrayList<Source>();
        for (var feed : list.subscriptions()) {
            if (polled.add(normal(feed.url()))) {
                var id = freeId(feed.url(), urlById);
                urlById.put(id, feed.url());
                made.add(source(id, feed));
            }
        }
        return made;
    }

    /** Makes a list of the sources that are feeds: a reader could not do anything with a sitemap. */
    public static Opml list(String title, Collection<Source> sources) {
        var feeds = sources.stream()
                .filter(source -> source.getKind() == SourceKind.FEED)
                .map(source -> new Opml.Subscription(
                        source.getUrl(),
                        source.getName(),
                        null,
                        source.getPublisher().getLanguage(),
                        List.of()))
                .toList();
        return new Opml(title, feeds);
    }

    /** Gives an id that says whose feed it is: made of host and path, and a number where another has it. */
    static String idOf(String url) {
        var address = WebUrl.parse(url).orElseThrow(() -> new IllegalArgumentException(url + " is no web address"));
        var words = USUAL.matcher(address.host()).replaceFirst("")
                + address.path()
                + Objects.requireNonNullElse(address.query(), "");
        var id = HYPHENS.matcher(NO_ID.matcher(words.toLowerCase(Locale.ROOT)).replaceAll("-"))
                .replaceAll("");
        return id.length() > LONGEST_ID ? id.substring(0, LONGEST_ID) : id;
    }

    private static String freeId(String url, HashMap<String, String> urlById) {
        var id = idOf(url);
        for (int number = 2; urlById.containsKey(id); number++) {
            var ending = "-" + number;
            var start = idOf(url);
            id = start.substring(0, Math.min(start.length(), LONGEST_ID - ending.length())) + ending;
        }
        return id;
    }

    private static Source source(String id, Opml.Subscription feed) {
        var name = Objects.requireNonNullElse(feed.title(), id);
        return Source.newBuilder()
                .setId(id)
                .setName(name)
                .setKind(SourceKind.FEED)
                .setUrl(feed.url())
                .setPublisher(new Publisher(feed.title(), null, language(feed.language())))
                .build();
    }

    private static @Nullable String language(@Nullable String written) {
        return written == null || !SourceEntry.isLanguage(written) ? null : written;
    }

    private static String normal(String url) {
        return WebUrl.parse(url).map(WebUrl::toString).orElse(url);
    }
}
