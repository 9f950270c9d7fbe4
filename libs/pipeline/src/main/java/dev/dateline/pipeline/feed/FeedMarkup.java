package dev.dateline.pipeline.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** The text constructs of feeds: what stands in an element, as HTML or as plain text. */
final class FeedMarkup {
    /** Media type of a text that is written in Base64 (RFC 4287, 4.1.3.3). */
    private static final String BYTES = "application/octet-stream";

    private static final Pattern BLANK = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private FeedMarkup() {}

    /** Gives the content of an element that may hold escaped or naked markup, as RSS has it. */
    static String html(Element element) {
        return element.childrenSize() > 0 ? inner(element) : element.wholeText().strip();
    }

    /** Gives an Atom text construct as HTML (RFC 4287, 3.1; Atom 0.3 has {@code mode}). */
    static String atomHtml(Element element) {
        var type = type(element);
        var mode = element.attr("mode").strip().toLowerCase(Locale.ROOT);
        if (mode.equals("base64") || type.equals(BYTES)) {
            return base64(element.wholeText());
        }
        // Escaped markup straight in an element of type xhtml is against the standard and means what it means
        // elsewhere.
        var escaped = mode.equals("escaped") || (isXhtml(type) && element.childrenSize() == 0);
        if (isXml(type) && !escaped) {
            return inner(unwrapped(element));
        }
        return html(type.isEmpty() || isPlain(type) ? element : unwrapped(element));
    }

    /** Gives an Atom content as HTML: like a text, but of any media type, in Base64 unless it is text or XML (4.1.3.3). */
    static String atomContent(Element element) {
        var type = type(element);
        var isText = type.indexOf('/') < 0 || type.startsWith("text/") || isXml(type);
        return isText ? atomHtml(element) : base64(element.wholeText());
    }

    /** Says whether an Atom text construct without markup means what it says, angle brackets and all. */
    static boolean isLiteral(Element element) {
        var type = type(element);
        return (type.isEmpty() || isPlain(type)) && element.childrenSize() == 0 && !element.hasAttr("mode");
    }

    /** Gives an Atom text construct as plain text. */
    static String atomPlain(Element element) {
        var html = atomHtml(element);
        return isLiteral(element) ? collapse(html) : plain(html);
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

    /** Gives the div that RFC 4287, 3.1.1.3 has around XHTML and that is no part of it. */
    private static Element unwrapped(Element element) {
        var wrapped = element.childrenSize() == 1
                && element.ownText().isBlank()
                && FeedNames.local(element.child(0)).equals("div");
        return wrapped ? element.child(0) : element;
    }

    private static String inner(Element element) {
        var html = new StringBuilder();
        element.childNodes().forEach(node -> html.append(written(node)));
        return html.toString().strip();
    }

    /** Gives a node as HTML; what is in a CDATA section beside naked markup is markup too. */
    private static String written(Node node) {
        if (node instanceof CDataNode section) {
            return section.getWholeText();
        }
        return node instanceof Comment ? "" : node.outerHtml();
    }

    private static String type(Element element) {
        return element.attr("type").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isPlain(String type) {
        return type.equals("text") || type.equals("text/plain");
    }

    private static boolean isXhtml(String type) {
        return type.contains("xhtml");
    }

    private static boolean isXml(String type) {
        return isXhtml(type) || type.endsWith("+xml") || type.endsWith("/xml");
    }

    /** Decodes text; what is no Base64 was not encoded after all, and bytes that are no text say nothing. */
    private static String base64(String text) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(BLANK.matcher(text).replaceAll(""));
        } catch (IllegalArgumentException e) {
            return text.strip();
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .strip();
        } catch (CharacterCodingException e) {
            return "";
        }
    }
}
