package dev.dateline.pipeline.feed;

import dev.dateline.pipeline.WebUrl;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Makes the links within a piece of HTML absolute, so that it means the same away from its feed (RFC 4287, 2). */
final class RelativeLinks {
    private static final List<String> ATTRIBUTES = List.of("href", "src");
    private static final Pattern ABSOLUTE_OR_WITHIN = Pattern.compile("(?i)^\\s*+(?:[a-z][a-z0-9+.-]*+:|#|$)");

    private RelativeLinks() {}

    /** Gives the HTML with absolute links; it stays as it is, to the letter, when it has no others. */
    static String resolved(String html, WebUrl base) {
        if (!mayHaveRelative(html)) {
            return html;
        }
        var body = Jsoup.parseBodyFragment(html);
        body.outputSettings().prettyPrint(false);
        var changed = 0;
        for (var attribute : ATTRIBUTES) {
            for (var element : body.select("[" + attribute + "]")) {
                changed += resolve(element, attribute, base);
            }
        }
        return changed == 0 ? html : body.body().html();
    }

    /** Looks at every value before HTML is taken apart: in most feeds no link is relative. */
    private static boolean mayHaveRelative(String html) {
        for (int at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
            var value = at + 1;
            while (value < html.length() && " \t\r\n\"'".indexOf(html.charAt(value)) >= 0) {
                value++;
            }
            if (isLink(html, at)
                    && !ABSOLUTE_OR_WITHIN
                            .matcher(html)
                            .region(value, html.length())
                            .lookingAt()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLink(String html, int equals) {
        var end = equals;
        while (end > 0 && Character.isWhitespace(html.charAt(end - 1))) {
            end--;
        }
        for (var attribute : ATTRIBUTES) {
            if (html.regionMatches(true, end - attribute.length(), attribute, 0, attribute.length())) {
                return true;
            }
        }
        return false;
    }

    private static int resolve(Element element, String attribute, WebUrl base) {
        var link = element.attr(attribute);
        if (ABSOLUTE_OR_WITHIN.matcher(link).find()) {
            return 0;
        }
        var absolute = base.resolve(link);
        absolute.ifPresent(url -> element.attr(attribute, url.toString()));
        return absolute.isPresent() ? 1 : 0;
    }
}
