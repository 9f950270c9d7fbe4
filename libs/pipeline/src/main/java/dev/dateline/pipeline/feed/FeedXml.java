package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Looks into a feed's XML by names that do not depend on the prefixes its author chose: {@code dc:creator} is Dublin Core's
 * creator whatever it is called, and a name without a prefix belongs to the format itself. A prefix that was never declared
 * means what it means everywhere else.
 */
final class FeedXml {
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("http://www.w3.org/2005/atom", "atom"),
            Map.entry("http://purl.org/atom/ns#", "atom"),
            Map.entry("http://www.sitemaps.org/schemas/sitemap/0.9", "sitemap"),
            Map.entry("https://www.sitemaps.org/schemas/sitemap/0.9", "sitemap"),
            Map.entry("http://www.google.com/schemas/sitemap/0.84", "sitemap"),
            Map.entry("http://www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("https://www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc"),
            Map.entry("http://purl.org/dc/terms/", "dcterms"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://search.yahoo.com/mrss/", "media"),
            Map.entry("http://search.yahoo.com/mrss", "media"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf"));

    private final String home;
    private final @Nullable WebUrl feedUrl;

    /**
     * Creates a reader of one format.
     *
     * @param home prefix of the format's own vocabulary, which is left off
     */
    FeedXml(String home, @Nullable WebUrl feedUrl) {
        this.home = home;
        this.feedUrl = feedUrl;
    }

    /** Reads markup as far as it goes; document types are skipped. */
    static Document document(String text, FeedLimits limits) {
        var document = Jsoup.parse(text, "", Parser.xmlParser().setMaxDepth(limits.depth()));
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** Gives an element's name without its prefix, in lower case. */
    static String localName(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    /** Gives an element's name, in lower case. */
    String name(Element element) {
        var tag = element.tag();
        var known = PREFIXES.get(tag.namespace().toLowerCase(Locale.ROOT));
        var prefix = known == null ? tag.prefix().toLowerCase(Locale.ROOT) : known;
        var local = localName(element);
        return prefix.isEmpty() || prefix.equals(home) ? local : prefix + ":" + local;
    }

    /** Gives the children of any of these names, in the order of the feed. */
    Stream<Element> children(Element parent, String... names) {
        var wanted = List.of(names);
        return parent.children().stream().filter(child -> wanted.contains(name(child)));
    }

    /** Gives the first child that is there, trying the names in order. */
    Optional<Element> child(Element parent, String... names) {
        return Stream.of(names).flatMap(name -> children(parent, name)).findFirst();
    }

    /** Gives the first text that is not blank, trying the names in order. */
    Optional<String> text(Element parent, String... names) {
        return Stream.of(names)
                .flatMap(name -> children(parent, name))
                .map(child -> child.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Makes a link absolute: against xml:base of the element and those around it, then the feed's own address. */
    Optional<String> resolve(Element element, String link) {
        if (link.isBlank()) {
            return Optional.empty();
        }
        var base = base(element);
        return (base == null ? WebUrl.parse(link) : base.resolve(link)).map(WebUrl::toString);
    }

    private @Nullable WebUrl base(Element element) {
        var bases = new ArrayDeque<String>();
        for (var at = element; at != null; at = at.parent()) {
            if (at.hasAttr("xml:base")) {
                bases.push(at.attr("xml:base"));
            }
        }
        var base = feedUrl;
        for (var next : bases) {
            var outer = base;
            base = (outer == null ? WebUrl.parse(next) : outer.resolve(next)).orElse(outer);
        }
        return base;
    }

    /** Gives the language in force at an element, as found. */
    static Optional<String> language(Element element) {
        for (var at = element; at != null; at = at.parent()) {
            if (!at.attr("xml:lang").isBlank()) {
                return Optional.of(at.attr("xml:lang").strip());
            }
        }
        return Optional.empty();
    }
}
