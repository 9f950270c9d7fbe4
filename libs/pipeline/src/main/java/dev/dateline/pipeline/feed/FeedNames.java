package dev.dateline.pipeline.feed;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

/**
 * Gives elements names that do not depend on the prefixes a feed's author chose: {@code dc:creator} is Dublin Core's creator
 * whatever it is called, and a name without a prefix belongs to the format itself. A prefix that was never declared means
 * what it means everywhere else. For one document, by one thread.
 */
final class FeedNames {
    /** Vocabularies by their namespace as {@link #normalize} writes it. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("www.w3.org/2005/atom", "atom"),
            Map.entry("purl.org/atom/ns", "atom"),
            Map.entry("purl.org/rss/1.0", "rss"),
            Map.entry("purl.org/net/rss1.1", "rss"),
            Map.entry("my.netscape.com/rdf/simple/0.9", "rss"),
            Map.entry("channel.netscape.com/rdf/simple/0.9", "rss"),
            Map.entry("my.netscape.com/publish/formats/rss-0.91.dtd", "rss"),
            Map.entry("backend.userland.com/rss", "rss"),
            Map.entry("backend.userland.com/rss2", "rss"),
            Map.entry("blogs.law.harvard.edu/tech/rss", "rss"),
            Map.entry("www.sitemaps.org/schemas/sitemap/0.9", "sitemap"),
            Map.entry("www.google.com/schemas/sitemap/0.84", "sitemap"),
            Map.entry("www.google.com/schemas/sitemap-news/0.9", "news"),
            Map.entry("purl.org/dc/elements/1.1", "dc"),
            Map.entry("purl.org/dc/elements/1.0", "dc"),
            Map.entry("purl.org/dc/terms", "dcterms"),
            Map.entry("purl.org/rss/1.0/modules/content", "content"),
            Map.entry("purl.org/rss/1.0/modules/syndication", "sy"),
            Map.entry("search.yahoo.com/mrss", "media"),
            Map.entry("www.rssboard.org/media-rss", "media"),
            Map.entry("www.itunes.com/dtds/podcast-1.0.dtd", "itunes"),
            Map.entry("www.georss.org/georss", "georss"),
            Map.entry("www.georss.org/georss/10", "georss"),
            Map.entry("www.w3.org/2003/01/geo/wgs84_pos", "geo"),
            Map.entry("www.opengis.net/gml", "gml"),
            Map.entry("www.w3.org/1999/xhtml", "xhtml"),
            Map.entry("www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"));

    private static final Pattern SCHEME = Pattern.compile("^https?://");
    private static final Pattern END = Pattern.compile("[/#]+$");

    private final String home;
    private final String rootNamespace;
    private final String rootPrefix;
    /** Names that were asked for: a document asks for the same few a thousand times. Its elements share their tags. */
    private final Map<Tag, String> byTag = new IdentityHashMap<>();

    /**
     * Creates the names of one document.
     *
     * @param home prefix of the format's own vocabulary, which is left off
     * @param root whose namespace is the format's own too, whatever it is: feeds of one format do declare another's
     */
    FeedNames(String home, Element root) {
        this.home = home;
        this.rootNamespace = root.tag().namespace();
        this.rootPrefix = root.tag().prefix();
    }

    /** Gives an element's name, in lower case. */
    String of(Element element) {
        return byTag.computeIfAbsent(element.tag(), this::name);
    }

    private String name(Tag tag) {
        var local = tag.localName().toLowerCase(Locale.ROOT);
        if (tag.prefix().equals(rootPrefix) && tag.namespace().equals(rootNamespace)) {
            return local;
        }
        var prefix = prefix(tag.prefix().toLowerCase(Locale.ROOT), tag.namespace());
        return prefix.isEmpty() || prefix.equals(home) ? local : prefix + ":" + local;
    }

    private String prefix(String written, String namespace) {
        // The parser gives the root's namespace to a prefix that was never declared
        if (namespace.equals(rootNamespace) && PREFIXES.containsValue(written)) {
            return written;
        }
        var vocabulary = PREFIXES.getOrDefault(normalize(namespace), "");
        return vocabulary.isEmpty() ? written : vocabulary;
    }

    /** Gives an element's name without its prefix, in lower case. */
    static String local(Element element) {
        return element.tag().localName().toLowerCase(Locale.ROOT);
    }

    /** Takes off what authors get wrong: white space, capitals, the scheme, what stands at the end. */
    private static String normalize(String namespace) {
        var bare = SCHEME.matcher(namespace.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        return END.matcher(bare).replaceFirst("");
    }
}
