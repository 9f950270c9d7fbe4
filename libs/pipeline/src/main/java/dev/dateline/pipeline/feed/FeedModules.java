package dev.dateline.pipeline.feed;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Reads what the modules add to a feed or an item of any XML format: Dublin Core, Media RSS, iTunes, GeoRSS. */
final class FeedModules {
    private static final Pattern POINT = Pattern.compile("^(-?\\d{1,3}(?:\\.\\d+)?)[\\s,]+(-?\\d{1,3}(?:\\.\\d+)?)$");
    private static final Pattern COMMA = Pattern.compile(",");

    private final FeedXml xml;

    FeedModules(FeedXml xml) {
        this.xml = xml;
    }

    /** Gives the words that categorise an item, beside the format's own. */
    Stream<FeedCategory> categories(Element parent) {
        var single = xml.children(parent, "dc:subject", "media:category")
                .map(subject ->
                        new FeedCategory(FeedMarkup.html(subject), subject.attr("scheme"), subject.attr("label")));
        var listed = xml.children(parent, "media:keywords", "itunes:keywords")
                .flatMap(words -> COMMA.splitAsStream(words.wholeText()))
                .map(FeedCategory::of);
        return Stream.concat(single, listed);
    }

    /** Gives the files of Media RSS, which may stand in groups of one thing in many forms. */
    Stream<FeedLink> files(Element parent) {
        return media(parent)
                .flatMap(holder -> xml.children(holder, "media:content"))
                .flatMap(file -> xml
                        .resolve(file, file.attr("url").strip())
                        .map(url -> new FeedLink(
                                url,
                                FeedLink.MEDIA,
                                mediaType(file),
                                xml.text(file, "media:title").orElse(null),
                                FeedLink.length(file.attr("fileSize"))))
                        .stream());
    }

    /** Gives what Media RSS says in words. */
    Optional<String> description(Element parent) {
        return media(parent)
                .flatMap(holder -> xml.html(holder, "media:description").stream())
                .findFirst();
    }

    /** Gives the picture that stands for an item. */
    Optional<String> image(Element parent) {
        var pictures = media(parent)
                .flatMap(holder -> xml.byName(holder, "media:thumbnail").map(picture -> at(picture, "url")));
        var cover = xml.children(parent, "itunes:image").map(picture -> at(picture, "href"));
        return Stream.concat(pictures, cover).flatMap(Optional::stream).findFirst();
    }

    /** Gives latitude and longitude: GeoRSS simple or GML, or W3C's basic vocabulary. */
    Optional<String> place(Element parent) {
        var points = parent.stream()
                .filter(element -> xml.name(element).equals("georss:point")
                        || xml.name(element).equals("gml:pos"))
                .map(Element::wholeText);
        var basic = Stream.concat(Stream.of(parent), xml.children(parent, "geo:point"))
                .flatMap(holder -> xml.text(holder, "geo:lat").stream()
                        .flatMap(latitude ->
                                xml.text(holder, "geo:long").stream().map(longitude -> latitude + " " + longitude)));
        return Stream.concat(points, basic)
                .map(point -> POINT.matcher(point.strip()))
                .filter(match -> match.matches()
                        && Math.abs(Double.parseDouble(match.group(1))) <= 90
                        && Math.abs(Double.parseDouble(match.group(2))) <= 180)
                .map(match -> match.group(1) + " " + match.group(2))
                .findFirst();
    }

    private Stream<Element> media(Element parent) {
        return Stream.concat(Stream.of(parent), xml.children(parent, "media:group"));
    }

    private Optional<String> at(Element element, String attribute) {
        return xml.resolve(element, element.attr(attribute).strip());
    }

    private static String mediaType(Element file) {
        return file.attr("type").isBlank()
                ? file.attr("medium").strip()
                : file.attr("type").strip();
    }
}
