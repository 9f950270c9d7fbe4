package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Reads subscriptions out of nested outlines. Used for one list, by one thread. */
final class OpmlReader {
    private static final int MOST = 10_000;
    private static final int MOST_FAULTS = 1_000;
    /** What browsers were once told to open with a reader: {@code feed://host/...}, {@code feed:https://host/...}. */
    private static final Pattern FEED_SCHEME = Pattern.compile("(?i)^feed:(?://)?(?=https?:)");

    private static final Pattern FEED_SCHEME_ALONE = Pattern.compile("(?i)^feed:");

    private final FeedLimits limits;
    private final Map<String, Opml.Subscription> found = new LinkedHashMap<>();
    private final List<Opml.Fault> faults = new ArrayList<>();

    OpmlReader(FeedLimits limits) {
        this.limits = limits;
    }

    Optional<Opml> read(String text) {
        for (var root : MendedXml.documentWithLines(text, limits).children()) {
            if (FeedNames.local(root).equals("opml")) {
                collect(root, List.of());
                return Optional.of(new Opml(title(root), List.copyOf(found.values()), faults));
            }
        }
        return Optional.empty();
    }

    /** Walks down; the parser has bounded the depth. */
    private void collect(Element parent, List<String> folders) {
        for (var child : parent.children()) {
            var name = FeedNames.local(child);
            if (name.equals("body")) {
                collect(child, folders);
            } else if (name.equals("outline")) {
                add(child, folders);
                collect(child, below(child, folders));
            }
        }
    }

    private void add(Element outline, List<String> folders) {
        var written = address(outline);
        var url = written.flatMap(WebUrl::parse).map(WebUrl::toString);
        if (url.isEmpty()) {
            written.map(address -> "is no web address: " + limits.shortText(Optional.of(address)))
                    .or(() -> isFeed(outline) ? Optional.of("is a feed without an xmlUrl") : Optional.empty())
                    .ifPresent(what -> note(outline, what));
            return;
        }
        if (found.containsKey(url.get())) {
            return;
        }
        if (found.size() == MOST) {
            note(outline, "is beyond the " + MOST + " feeds that one list may have");
            return;
        }
        found.put(
                url.get(),
                new Opml.Subscription(
                        url.get(),
                        // Every outline has to have a text, so that a feed without a title has its address there
                        limits.shortText(name(outline).filter(name -> !name.equals(url.get()))),
                        attribute(outline, "htmlUrl")
                                .flatMap(WebUrl::parse)
                                .map(WebUrl::toString)
                                .orElse(null),
                        limits.shortText(attribute(outline, "language")),
                        folders));
    }

    private void note(Element outline, String what) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Opml.Fault(outline.sourceRange().start().lineNumber(), what));
        }
    }

    private static boolean isFeed(Element outline) {
        return attribute(outline, "type")
                .filter(type -> type.equalsIgnoreCase("rss") || type.equalsIgnoreCase("atom"))
                .isPresent();
    }

    /** Gives the feed's address; OPML 1.0 left its attribute's name to habit. */
    private static Optional<String> address(Element outline) {
        return attribute(outline, "xmlUrl")
                .or(() -> isFeed(outline) ? attribute(outline, "url") : Optional.empty())
                .map(url -> FEED_SCHEME.matcher(url).replaceFirst(""))
                .map(url -> FEED_SCHEME_ALONE.matcher(url).replaceFirst("http:"));
    }

    private List<String> below(Element outline, List<String> folders) {
        var name = limits.shortText(name(outline));
        if (name == null || address(outline).isPresent()) {
            return folders;
        }
        var inner = new ArrayList<>(folders);
        inner.add(name);
        return inner;
    }

    private static Optional<String> name(Element outline) {
        return attribute(outline, "title").or(() -> attribute(outline, "text"));
    }

    private static Optional<String> attribute(Element outline, String name) {
        return Optional.of(outline.attributes().getIgnoreCase(name).strip()).filter(value -> !value.isEmpty());
    }

    private @Nullable String title(Element root) {
        return root.children().stream()
                .filter(head -> FeedNames.local(head).equals("head"))
                .flatMap(head -> head.children().stream())
                .filter(child -> FeedNames.local(child).equals("title"))
                .findFirst()
                .map(title -> limits.shortText(Optional.of(title.wholeText())))
                .orElse(null);
    }
}
