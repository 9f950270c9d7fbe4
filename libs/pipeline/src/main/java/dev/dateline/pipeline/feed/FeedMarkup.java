package dev.dateline.pipeline.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The text constructs of feeds: what stands in an element, as HTML or as plain text. */
final class FeedMarkup {
    /** Media type of a text that is written in Base64 (RFC 4287, 4.1.3.3). */
    private static final String BYTES = "application/octet-stream";

    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private FeedMarkup() {}

    /** Gives the content of an element that may hold escaped or naked markup, as RSS has it. */
    static String html(Element element) {
        return element.childrenSize() > 0
                ? element.html().strip()
                : element.wholeText().strip();
    }

    /** Gives an Atom text construct or content as HTML (RFC 4287, 3.1 and 4.1.3; Atom 0.3 has {@code mode}). */
    static String atomHtml(Element element) {
        if (element.attr("mode").equalsIgnoreCase("base64")
                || element.attr("type").equalsIgnoreCase(BYTES)) {
            return base64(element.wholeText());
        }
        return html(isXhtml(element) ? unwrapped(element) : element);
    }

    /** Gives the div that RFC 4287, 3.1.1.3 has around XHTML and that is no part of it. */
    private static Element unwrapped(Element element) {
        var wrapped = element.childrenSize() == 1
                && element.ownText().isBlank()
                && element.child(0).tag().localName().equalsIgnoreCase("div");
        return wrapped ? element.child(0) : element;
    }

    /** Gives an Atom text construct as plain text; a text without a type means what it says. */
    static String atomPlain(Element element) {
        var html = atomHtml(element);
        var type = element.attr("type").toLowerCase(Locale.ROOT);
        var literal = (type.isEmpty() || type.equals("text")) && element.childrenSize() == 0;
        return literal && !element.hasAttr("mode") ? collapse(html) : plain(html);
    }

    /** Gives HTML as plain text on one line. Text without markup comes out as it went in. */
    static String plain(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return collapse(html);
        }
        return collapse(Jsoup.parseBodyFragment(html).text());
    }

    private static String collapse(String text) {
        return CONTROL.matcher(BLANK.matcher(text).replaceAll(" "))
                .replaceAll("")
                .strip();
    }

    private static boolean isXhtml(Element element) {
        return element.attr("type").toLowerCase(Locale.ROOT).contains("xhtml");
    }

    private static String base64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text.strip()), StandardCharsets.UTF_8).strip();
        } catch (IllegalArgumentException e) {
            return text.strip();
        }
    }
}
