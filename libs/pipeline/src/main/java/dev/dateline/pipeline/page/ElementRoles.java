package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.Region.Role;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** Says what elements are by their names and attributes. Thread-safe. */
final class ElementRoles {
    /** React sends parts of a page late, hidden under such identifiers, and moves them into place. */
    private static final String STREAMED = "S:";

    private static final Set<String> NOISE_ROLES = Set.of(
            "navigation",
            "complementary",
            "contentinfo",
            "banner",
            "search",
            "dialog",
            "alert",
            "menu",
            "menubar",
            "toolbar");
    private static final Pattern HIDDEN_STYLE =
            Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    private static final Role[] ROLES = Role.values();
    /** Bits of what names say, above the ordinal of the role. */
    private static final int CAPTION = 16;

    private static final int LEAD = 32;

    private final NameWords words;
    private final NameMemo known = new NameMemo(this::judge);

    ElementRoles(PageWords words) {
        this.words = new NameWords(words.elements());
    }

    /** Gives what an element says of itself, as bits. */
    int said(Element element, String name, int tag) {
        int size = element.attributesSize(); // Once: the parser counts them each time.
        if (size == 0) {
            return (TagKind.is(tag, TagKind.NEVER) ? Role.NEVER : byTag(element, name)).ordinal();
        }
        var classes = element.attributes().get("class");
        // Identifiers do not come again: to remember them would only drive out the classes, which do.
        var id = size > 1 || classes.isEmpty() ? element.attributes().get("id") : "";
        boolean hasMore = size > (classes.isEmpty() ? 0 : 1) + (id.isEmpty() ? 0 : 1);
        int named = known.of(classes);
        var role = byAttributes(element, name, tag, surer(named, judge(id)), hasMore);
        return role.ordinal() | (named & (CAPTION | LEAD));
    }

    static Role role(int said) {
        return ROLES[said & (CAPTION - 1)];
    }

    /** Whether it is the caption of an image. */
    static boolean isCaption(int said) {
        return (said & CAPTION) != 0;
    }

    /**
     * Says what names and attributes make of an element.
     *
     * @param hasMore whether it has attributes other than its names
     */
    private static Role byAttributes(Element element, String name, int tag, int named, boolean hasMore) {
        if (name.equals("body")) {
            return Role.PLAIN;
        }
        if (TagKind.is(tag, TagKind.NEVER)) {
            return Role.NEVER;
        }
        var attributes = element.attributes();
        var part = hasMore ? attributes.get("role") : "";
        if (!part.isEmpty() && NOISE_ROLES.contains(part)) {
            return Role.NEVER;
        }
        if (hasMore && attributes.get("itemprop").contains("articleBody")) {
            return Role.BODY;
        }
        var said = TagKind.is(tag, TagKind.UNJUDGED) ? Role.PLAIN : role(named);
        if (said != Role.PLAIN && said != Role.DOUBTFUL) {
            return said;
        }
        var tagged = byTag(element, name);
        if (tagged.compareTo(Role.DOUBTFUL) >= 0) {
            return tagged;
        }
        if (hasMore && isHidden(attributes) && !attributes.get("id").startsWith(STREAMED) && !insideArticle(element)) {
            return Role.DOUBTFUL;
        }
        return said == Role.PLAIN && part.equals("main") ? Role.ARTICLE : said == Role.PLAIN ? tagged : said;
    }

    private static Role byTag(Element element, String name) {
        return switch (name) {
            case "aside" -> Role.NOISE;
            case "header" -> insideArticle(element) ? Role.PLAIN : Role.NOISE;
            case "form" -> Role.DOUBTFUL;
            case "article", "main" -> Role.ARTICLE;
            default -> Role.PLAIN;
        };
    }

    /** Whether an element is called the lead of an article. */
    boolean isLead(Element element) {
        return element.attributesSize() > 0 && (known.of(element.attributes().get("class")) & LEAD) != 0;
    }

    private static boolean insideArticle(Element element) {
        for (var at = element.parent(); at != null; at = at.parent()) {
            if (at.normalName().equals("article") || at.normalName().equals("main")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(Attributes attributes) {
        return attributes.hasKey("hidden")
                || attributes.get("aria-hidden").equals("true")
                || isHiding(attributes.get("style"));
    }

    private static boolean isHiding(String style) {
        return !style.isEmpty() && HIDDEN_STYLE.matcher(style).find();
    }

    /** What all the names of a class attribute say together. */
    private int judge(String names) {
        int said = 0;
        for (int start = 0; start < names.length(); ) {
            int space = names.indexOf(' ', start);
            int end = space < 0 ? names.length() : space;
            said = surer(said, judgeOne(words.of(names, start, end)));
            start = end + 1;
        }
        return said;
    }

    private static int judgeOne(int found) {
        var role = (found & NameWords.ALONE) != 0
                ? Role.DOUBTFUL
                : (found & NameWords.SURE) != 0
                        ? Role.SURELY_NOISE
                        : (found & NameWords.NOISE) != 0
                                ? Role.NOISE
                                : (found & NameWords.DOUBTFUL) != 0
                                        ? Role.DOUBTFUL
                                        : (found & NameWords.BODY) != 0 ? Role.BODY : Role.PLAIN;
        return role.ordinal()
                | ((found & NameWords.CAPTION) != 0 ? CAPTION : 0)
                | ((found & NameWords.LEAD) != 0 ? LEAD : 0);
    }

    /** The surer of both: the body of the article before noise, noise before nothing. */
    private static int surer(int one, int other) {
        int first = one & (CAPTION - 1);
        int second = other & (CAPTION - 1);
        int body = Role.BODY.ordinal();
        int role = first == body || second == body ? body : Math.max(first, second);
        return role | ((one | other) & (CAPTION | LEAD));
    }
}
