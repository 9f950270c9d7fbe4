package dev.dateline.pipeline.feed;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Reads XML as far as it goes; document types are skipped, so no entity of the document's own is ever expanded. */
final class MendedXml {
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";
    /** What may follow an ampersand that means something (XML 1.0, 4.1), with HTML's names, which feeds use undeclared. */
    private static final Pattern REFERENCE = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\\w{0,31});");

    private MendedXml() {}

    static Document document(String text, FeedLimits limits) {
        return document(text, Parser.xmlParser().setMaxDepth(limits.depth()));
    }

    /** As {@link #document}, with elements that know the line they began at; slower. */
    static Document documentWithLines(String text, FeedLimits limits) {
        return document(text, Parser.xmlParser().setMaxDepth(limits.depth()).setTrackPosition(true));
    }

    private static Document document(String text, Parser parser) {
        var document = Jsoup.parse(withStrayAmpersandsEscaped(text), "", parser);
        document.outputSettings().prettyPrint(false);
        return document;
    }

    /** Escapes ampersands that begin no reference: HTML's rules would make a copyright sign of {@code &copy=2}. */
    private static String withStrayAmpersandsEscaped(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length() + 64);
        var reference = REFERENCE.matcher(text);
        var from = 0;
        var section = text.indexOf(CDATA);
        for (int at = text.indexOf('&'); at >= 0; ) {
            if (section >= 0 && section < at) {
                var close = text.indexOf(CDATA_END, section);
                var end = close < 0 ? text.length() : close;
                section = text.indexOf(CDATA, end);
                at = at < end ? text.indexOf('&', end) : at;
                continue;
            }
            out.append(text, from, at + 1);
            if (!reference.region(at, text.length()).lookingAt()) {
                out.append("amp;");
            }
            from = at + 1;
            at = text.indexOf('&', from);
        }
        out.append(text, from, text.length());
        return out.toString();
    }
}
