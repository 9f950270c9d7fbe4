package dev.dateline.pipeline.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * A page, parsed once, with what its head says.
 *
 * @param document the parsed page
 * @param scan elements that tell of the article
 * @param url address that it was had from
 * @param meta first content of each meta element by its lower-case name, property or itemprop
 * @param jsonLd what its JSON-LD says of the article
 */
record Page(Document document, PageScan scan, String url, Map<String, String> meta, JsonLd jsonLd) {

    private static final List<String> NAMES = List.of("name", "property", "itemprop", "http-equiv");

    private static final Pattern HOST = Pattern.compile("^https?://([^/:?#]+)");

    static Page parse(PageText html, String url, CleanerLimits limits) {
        var tree = new PlainTree(html.utf8(), url, limits.maxDepth());
        var skim = PageSkim.of(html.utf8(), tree);
        var document = tree.document();
        if (document == null) {
            var parsed = parse(new Utf8Reader(html.utf8(), skim.kept()), url, limits);
            return of(parsed, PageScan.of(parsed, skim.scripts()), url);
        }
        tree.scan().seeAll(skim.scripts());
        return of(document, tree.scan(), url);
    }

    private static Document parse(Utf8Reader reader, String url, CleanerLimits limits) {
        return Parser.htmlParser().setMaxDepth(limits.maxDepth()).parseInput(reader, url);
    }

    static Page of(Document document, PageScan scan, String url) {
        return new Page(document, scan, url, metaOf(scan), JsonLd.of(scan));
    }

    /** The first of these meta elements that says anything. */
    @Nullable
    String firstMeta(List<String> names) {
        for (var name : names) {
            var content = meta.get(name);
            if (content != null) {
                return content;
            }
        }
        return null;
    }

    /** All that the meta elements of this name say. */
    List<String> metas(String name) {
        if (!meta.containsKey(name)) {
            return List.of();
        }
        return scan.metas.stream()
                .filter(element -> NAMES.stream()
                        .anyMatch(attribute -> element.attr(attribute).strip().equalsIgnoreCase(name)))
                .map(element -> element.attr("content").strip())
                .filter(content -> !content.isEmpty())
                .toList();
    }

    /** The host of the page's address; empty when it has none. */
    String host() {
        var match = HOST.matcher(url);
        return match.find() ? match.group(1) : "";
    }

    private static Map<String, String> metaOf(PageScan scan) {
        var found = new HashMap<String, String>();
        for (var element : scan.metas) {
            var content = element.attr("content").strip();
            for (var attribute : NAMES) {
                var name = element.attributes().get(attribute);
                if (!name.isBlank() && !content.isEmpty()) {
                    found.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), content);
                }
            }
        }
        return found;
    }
}
