package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.Region.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Says what elements are by their names and attributes. Remembers what it judged; thread-safe. */
final class ElementRoles {
    private static final Set<String> NEVER_TAGS = Set.of("nav", "footer", "menu");
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
    private static final Set<String> UNJUDGED = Set.of("html", "body", "main", "h1", "br", "em", "strong");
    private static final Pattern HIDDEN_STYLE =
            Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    /** What the names of an element say. */
    private record Said(Role role, boolean caption) {
        static final Said NOTHING = new Said(Role.PLAIN, false);

        /** The surer of both: the body of the article before noise, noise before nothing. */
        Said and(Said other) {
            if (other == NOTHING) {
                return this;
            }
            boolean surer = role == Role.BODY || (other.role != Role.BODY && role.compareTo(other.role) >= 0);
            return new Said(surer ? role : other.role, caption || other.caption);
        }
    }

    /** Sites repeat their names on every page; a site that makes up new ones for each shall not fill the memory. */
    private static final int MOST_KNOWN = 50_000;

    private final PageWords.ElementWords words;
    private final Map<String, Said> known = new ConcurrentHashMap<>();

    ElementRoles(PageWords words) {
        this.words = words.elements();
    }

    Role of(Element element) {
        var name = element.normalName();
        if (name.equals("body")) {
            return Role.PLAIN;
        }
        if (NEVER_TAGS.contains(name) || NOISE_ROLES.contains(element.attr("role"))) {
            return Role.NEVER;
        }
        if (element.attr("itemprop").contains("articleBody")) {
            return Role.BODY;
        }
        var said = UNJUDGED.contains(name) ? Role.PLAIN : named(element).role();
        if (said == Role.PLAIN || said == Role.DOUBTFUL) {
            return byTag(element, name, said);
        }
        return said;
    }

    private static Role byTag(Element element, String name, Role said) {
        if (name.equals("aside") || (name.equals("header") && !insideArticle(element))) {
            return Role.NOISE;
        }
        if (name.equals("form")
                || (isHidden(element)
                        && !insideArticle(element)
                        && !element.id().startsWith(STREAMED))) {
            return Role.DOUBTFUL;
        }
        boolean article = name.equals("article")
                || name.equals("main")
                || element.attr("role").equals("main");
        return article && said == Role.PLAIN ? Role.ARTICLE : said;
    }

    /** Whether an element is the caption of an image. */
    boolean isCaption(Element element) {
        return element.attributesSize() > 0
                && known(element.attributes().get("class")).caption();
    }

    private static boolean insideArticle(Element element) {
        for (var at = element.parent(); at != null; at = at.parent()) {
            if (at.normalName().equals("article") || at.normalName().equals("main")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHidden(Element element) {
        return element.hasAttr("hidden")
                || element.attr("aria-hidden").equals("true")
                || isHiding(element.attr("style"));
    }

    private static boolean isHiding(String style) {
        return !style.isEmpty() && HIDDEN_STYLE.matcher(style).find();
    }

    private Said named(Element element) {
        if (element.attributesSize() == 0) {
            return Said.NOTHING;
        }
        var attributes = element.attributes();
        var id = attributes.get("id");
        var classes = attributes.get("class");
        return known(classes).and(known(id));
    }

    private Said known(String names) {
        if (names.isEmpty()) {
            return Said.NOTHING;
        }
        var said = known.get(names);
        if (said == null) {
            said = judge(names);
            if (known.size() < MOST_KNOWN) {
                known.put(names, said);
            }
        }
        return said;
    }

    private Said judge(String names) {
        var said = Said.NOTHING;
        for (var name : names.split(" ")) {
            var parts = NameWords.of(name);
            var role = words.noiseAlone().contains(String.join("-", parts)) ? Role.DOUBTFUL : judgeOne(parts);
            said = said.and(new Said(role, parts.stream().anyMatch(words.caption()::contains)));
        }
        return said;
    }

    private Role judgeOne(List<String> parts) {
        var role = Role.PLAIN;
        for (int i = 0; i < parts.size(); i++) {
            var part = parts.get(i);
            var pair = i + 1 < parts.size() ? part + " " + parts.get(i + 1) : "";
            if (words.noise().contains(part)) {
                return Role.NOISE;
            }
            if (words.doubtful().contains(part) || words.noisePairs().contains(pair)) {
                role = Role.DOUBTFUL;
            } else if (role == Role.PLAIN
                    && (words.bodyPairs().contains(pair) || words.bodyWords().contains(part))) {
                role = Role.BODY;
            }
        }
        return role;
    }
}
