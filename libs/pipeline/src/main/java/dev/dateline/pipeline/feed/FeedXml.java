package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Looks into a feed's XML by the names of {@link FeedNames}, and makes the links in it absolute. */
final class FeedXml {
    private final FeedNames names;
    private final @Nullable WebUrl feedUrl;

    /**
     * Creates a reader of one document.
     *
     * @param home prefix of the format's own vocabulary, which is left off
     */
    FeedXml(String home, Element root, @Nullable WebUrl feedUrl) {
        this.names = new FeedNames(home, root);
        this.feedUrl = feedUrl;
    }

    /** Gives an element's name, in lower case. */
    String name(Element element) {
        return names.of(element);
    }

    /** Gives the children of any of these names, in the order of the feed. */
    Stream<Element> children(Element parent, String... names) {
        var wanted = List.of(names);
        return parent.children().stream().filter(child -> wanted.contains(name(child)));
    }

    /** Gives the children of these names, in the order of the names. */
    Stream<Element> byName(Element parent, String... names) {
        return Stream.of(names).flatMap(name -> children(parent, name));
    }

    /** Gives the first child that is there, trying the names in order. */
    Optional<Element> child(Element parent, String... names) {
        return byName(parent, names).findFirst();
    }

    /** Gives the first text that is not blank, trying the names in order. */
    Optional<String> text(Element parent, String... names) {
        return byName(parent, names)
                .map(child -> child.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    /** Gives the first content that is not blank as HTML, with absolute links, trying the names in order. */
    Optional<String> html(Element parent, String... names) {
        return byName(parent, names)
                .map(child -> withAbsoluteLinks(child, FeedMarkup.html(child)))
                .filter(html -> !html.isEmpty())
                .findFirst();
    }

    /** Gives the first date that is understood, trying the names in order; else the first that is not. */
    Optional<FeedMoment> moment(Element parent, String... names) {
        return FeedMoment.best(byName(parent, names)
                .map(child -> child.wholeText().strip())
                .filter(text -> !text.isEmpty())
                .toList());
    }

    /** Makes a link absolute: against xml:base of the element and those around it, then the feed's own address. */
    Optional<String> resolve(Element element, String link) {
        if (link.isBlank()) {
            return Optional.empty();
        }
        var base = base(element);
        return (base == null ? WebUrl.parse(link) : base.resolve(link)).map(WebUrl::toString);
    }

    /** Makes the links within an element's HTML absolute. */
    String withAbsoluteLinks(Element element, String html) {
        if (html.indexOf('<') < 0) {
            return html;
        }
        var base = base(element);
        return base == null ? html : RelativeLinks.resolved(html, base);
    }

    /** Gives the address that an element stands at; empty when nothing says so. */
    @Nullable
    WebUrl base(Element element) {
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

    /** Reads somebody who is written as text, on one line. */
    static Stream<FeedPerson> writtenPerson(Element element) {
        return FeedPerson.written(FeedMarkup.html(element));
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
