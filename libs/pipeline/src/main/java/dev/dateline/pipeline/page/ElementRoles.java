package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.Region.Role;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Says what elements are by their names and attributes. Serves one page; not thread-safe. */
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
    private record Said(Role role, boolean caption) {}

    private static final Said NOTHING = new Said(Role.PLAIN, false);

    private final PageWords.ElementWords words;
    private final Map<String, Said> known = new HashMap<>();

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
        return named(element).caption();
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
        var attributes = element.attributes();
        var id = attributes.get("id");
        var classes = attributes.get("class");
        return id.isEmpty() && classes.isEmpty() ? NOTHING : known.computeIfAbsent(classes + " " + id, this::judge);
    }

    private Said judge(String names) {
        var role = Role.PLAIN;
        boolean caption = false;
        for (var name : names.split(" ")) {
            var parts = NameWords.of(name);
            caption |= parts.stream().anyMatch(words.caption()::contains);
            var one = words.noiseAlone().contains(String.join("-", parts)) ? Role.DOUBTFUL : judgeOne(parts);
            boolean surer = role != Role.BODY && (one == Role.BODY || one.compareTo(role) > 0);
            role = surer ? one : role;
        }
        return new Said(role, caption);
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
            } else if (role == Role.PLAIN && (words.bodyPairs().contains(pair) || words.bodyWords().contains(part))) {
                role = Role.BODY;
            }
        }
        return role;
    }
}
