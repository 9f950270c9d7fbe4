package dev.dateline.pipeline.feed;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.XmlDeclaration;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Writes OPML 2.0, with the folders as outlines around the feeds that are in them. */
final class OpmlWriter {
    private OpmlWriter() {}

    static String write(Opml list) {
        var document = new Document("", "").parser(Parser.xmlParser());
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .prettyPrint(true)
                .indentAmount(2);
        var declaration = new XmlDeclaration("xml", false);
        declaration.attr("version", "1.0").attr("encoding", "UTF-8");
        document.appendChild(declaration);
        var opml = document.appendElement("opml").attr("version", "2.0");
        opml.appendElement("head").appendElement("title").text(list.title() == null ? "" : list.title());
        var body = new Folder(opml.appendElement("body"), new ArrayList<>());
        list.subscriptions().forEach(subscription -> add(body, subscription));
        return document.outerHtml() + "\n";
    }

    /** An outline that holds others. */
    private record Folder(Element outline, List<Folder> inner) {
        Folder named(String name) {
            return inner.stream()
                    .filter(folder -> folder.outline().attr("text").equals(name))
                    .findFirst()
                    .orElseGet(() -> begin(name));
        }

        private Folder begin(String name) {
            var folder = new Folder(outline.appendElement("outline").attr("text", name), new ArrayList<>());
            inner.add(folder);
            return folder;
        }
    }

    private static void add(Folder body, Opml.Subscription subscription) {
        var folder = body;
        for (var name : subscription.folders()) {
            folder = folder.named(name);
        }
        var outline = folder.outline().appendElement("outline").attr("type", "rss");
        var title = subscription.title() == null ? subscription.url() : subscription.title();
        outline.attr("text", title).attr("title", title).attr("xmlUrl", subscription.url());
        attribute(outline, "htmlUrl", subscription.page());
        attribute(outline, "language", subscription.language());
    }

    private static void attribute(Element outline, String name, @Nullable String value) {
        if (value != null) {
            outline.attr(name, value);
        }
    }
}
