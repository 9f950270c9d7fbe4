package dev.dateline.pipeline.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The short texts of a page that its markup calls the author, surest first. */
final class PrintedBylines {
    private static final Pattern PROFILE =
            Pattern.compile("/(?:authors?|autor(?:en)?|people|staff|contributors?|profile)/[^/?#]+/?(?:[?#].*)?$");
    private static final WordSpotter WORDS =
            new WordSpotter(Map.of(1, List.of("author", "autor", "people", "staff", "contributor", "profile")));
    private static final int LONGEST = 160;
    private static final int MOST = 40;
    /** The last rank of elements that hold a name and no more. */
    private static final int SURE = 2;

    private record Candidate(int rank, String text, Element element) {}

    private PrintedBylines() {}

    static List<String> of(PageScan page) {
        var found = new ArrayList<Candidate>();
        for (var element : page.bylines()) {
            int rank = rank(element);
            if (found.size() < MOST && !Elsewhere.holds(element)) {
                var text = element.hasAttr("content") ? element.attr("content") : ShortText.of(element, LONGEST);
                if (text != null && !text.isBlank()) {
                    found.add(new Candidate(rank, text, element));
                }
            }
        }
        found.sort(Comparator.comparingInt(Candidate::rank));
        var texts = found.stream().map(Candidate::text).collect(Collectors.toCollection(ArrayList::new));
        var together = together(found);
        if (together.size() > 1) {
            texts.add(0, String.join("; ", together));
        }
        return texts;
    }

    /** The surest element's text and those of its like that stand in the same box. */
    private static Set<String> together(List<Candidate> found) {
        var texts = new LinkedHashSet<String>();
        for (var each : found) {
            var first = found.get(0);
            boolean isAlike = each.rank() == first.rank() && each.rank() <= SURE;
            if (isAlike && box(each.element()) == box(first.element())) {
                texts.add(each.text());
            }
        }
        return texts;
    }

    private static @Nullable Element box(Element element) {
        var parent = element.parent();
        return parent == null ? null : parent.parent();
    }

    /** How surely an element holds an author's name: 1 is best, 0 is not at all. */
    private static int rank(Element element) {
        var itemprop = element.attributes().get("itemprop");
        return rank(element, ElementNames.of(element), itemprop, false);
    }

    /**
     * The same, of what is known already.
     *
     * @param isClassed whether it has a class and nothing else
     */
    static int rank(Element element, int names, String itemprop, boolean isClassed) {
        if (!isClassed && isMarkedUp(element, itemprop)) {
            return 1;
        }
        if (ElementNames.says(names, ElementNames.AUTHOR_NAME)) {
            return 2;
        }
        if (ElementNames.says(names, ElementNames.NO_NAME)) {
            return 0;
        }
        boolean isLink = element.normalName().equals("a");
        if (ElementNames.says(names, ElementNames.BYLINE)) {
            return isLink ? 3 : 4;
        }
        return isLink
                        && !isClassed
                        && isNamed(element)
                        && isProfile(element.attributes().get("href"))
                ? 5
                : 0;
    }

    private static boolean isMarkedUp(Element element, String itemprop) {
        return itemprop.equals("author")
                || itemprop.equals("creator")
                || element.attributes().get("rel").contains("author")
                || (itemprop.equals("name") && isInsideAuthor(element));
    }

    private static boolean isNamed(Element element) {
        var attributes = element.attributes();
        return !attributes.get("class").isEmpty() || !attributes.get("id").isEmpty();
    }

    /** Only addresses with a word of a profile are worth the expression. */
    private static boolean isProfile(String address) {
        return WORDS.groupsIn(address) != 0 && PROFILE.matcher(address).find();
    }

    private static boolean isInsideAuthor(Element element) {
        var parent = element.parent();
        return parent != null
                && (parent.attr("itemprop").equals("author")
                        || parent.parent() != null
                                && parent.parent().attr("itemprop").equals("author"));
    }
}
