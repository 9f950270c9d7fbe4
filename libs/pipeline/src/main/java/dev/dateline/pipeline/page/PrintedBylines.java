package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The short texts of a page that its markup calls the author, surest first. */
final class PrintedBylines {
    private static final Pattern NAME = Pattern.compile("author[-_]?_?name|byline[-_]?_?name|contributor[-_]?name");
    private static final Pattern BYLINE = Pattern.compile("byline|author|autor(?!iz)|writer|contributor|verfasser");
    private static final Pattern ELSEWHERE =
            Pattern.compile("comment|related|footer|teaser|recommend|carousel|more-from");
    private static final Pattern NOT_NAME =
            Pattern.compile("bio|image|avatar|photo|desc|social|date|time|role|title|position|link-all|box-content");
    private static final int LONGEST = 160;
    private static final int MOST = 40;

    private record Candidate(int rank, String text) {}

    private PrintedBylines() {}

    static List<String> of(Document page) {
        var found = new ArrayList<Candidate>();
        for (var element : page.body().getAllElements()) {
            int rank = rank(element);
            if (rank > 0 && found.size() < MOST && !isElsewhere(element)) {
                var text = element.hasAttr("content") ? element.attr("content") : ShortText.of(element, LONGEST);
                if (text != null && !text.isBlank()) {
                    found.add(new Candidate(rank, text));
                }
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Candidate::rank))
                .map(Candidate::text)
                .toList();
    }

    private static int rank(Element element) {
        var itemprop = element.attr("itemprop");
        if (itemprop.equals("author") || itemprop.equals("creator")) {
            return 1;
        }
        if (element.attr("rel").contains("author") || itemprop.equals("name") && isInsideAuthor(element)) {
            return 1;
        }
        var names = names(element);
        if (names.isBlank()
                || NOT_NAME.matcher(names).find() && !NAME.matcher(names).find()) {
            return 0;
        }
        if (NAME.matcher(names).find()) {
            return 2;
        }
        if (BYLINE.matcher(names).find()) {
            return element.normalName().equals("a") ? 3 : 4;
        }
        return element.normalName().equals("a")
                        && element.attr("href")
                                .matches(
                                        ".*/(?:authors?|autor(?:en)?|people|staff|contributors?|profile)/[^/?#]+/?(?:[?#].*)?$")
                ? 5
                : 0;
    }

    private static boolean isInsideAuthor(Element element) {
        var parent = element.parent();
        return parent != null
                && (parent.attr("itemprop").equals("author")
                        || parent.parent() != null
                                && parent.parent().attr("itemprop").equals("author"));
    }

    private static boolean isElsewhere(Element element) {
        for (@Nullable Element at = element; at != null && !at.normalName().equals("body"); at = at.parent()) {
            var names = names(at);
            if (at.normalName().equals("footer")
                    || at.normalName().equals("nav")
                    || !names.isBlank() && ELSEWHERE.matcher(names).find()) {
                return true;
            }
        }
        return false;
    }

    private static String names(Element element) {
        return (element.className() + " " + element.id() + " " + element.attr("data-testid")).toLowerCase(Locale.ROOT);
    }
}
