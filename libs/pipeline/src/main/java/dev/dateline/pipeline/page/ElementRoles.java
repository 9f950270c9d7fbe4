package dev.dateline.pipeline.page;

import dev.dateline.pipeline.page.Region.Role;
import java.util.HashMap;
import java.util.Locale;
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
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern SPLIT = Pattern.compile("[^\\p{L}]+");
    private static final Pattern HIDDEN_STYLE =
            Pattern.compile("(?i)(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden)");

    private final PageWords.ElementWords words;
    private final Map<String, Role> known = new HashMap<>();
    private final Map<String, Boolean> captions = new HashMap<>();

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
        var said = UNJUDGED.contains(name) ? Role.PLAIN : named(element);
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
        var names = element.className();
        if (names.isEmpty()) {
            return false;
        }
        return captions.computeIfAbsent(names, this::namesCaption);
    }

    private boolean namesCaption(String names) {
        for (var word : SPLIT.split(HUMP.matcher(names).replaceAll("-").toLowerCase(Locale.ROOT))) {
            if (words.caption().contains(word)) {
                return true;
            }
        }
        return false;
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
                || HIDDEN_STYLE.matcher(element.attr("style")).find();
    }

    private Role named(Element element) {
        var id = element.id();
        var classes = element.className();
        if (id.isEmpty() && classes.isEmpty()) {
            return Role.PLAIN;
        }
        return known.computeIfAbsent(classes + " " + id, this::judge);
    }

    private Role judge(String names) {
        var role = Role.PLAIN;
        for (var name : names.split("\\s+")) {
            var one = judgeOne(HUMP.matcher(name).replaceAll("-").toLowerCase(Locale.ROOT));
            if (one == Role.BODY) {
                return one;
            }
            role = one.compareTo(role) > 0 ? one : role;
        }
        return role;
    }

    private Role judgeOne(String name) {
        if (words.noiseAlone().contains(name)) {
            return Role.DOUBTFUL;
        }
        var parts = SPLIT.split(name);
        var role = Role.PLAIN;
        for (int i = 0; i < parts.length; i++) {
            var pair = i + 1 < parts.length ? parts[i] + " " + parts[i + 1] : "";
            if (words.noise().contains(parts[i])) {
                return Role.NOISE;
            }
            if (words.doubtful().contains(parts[i]) || words.noisePairs().contains(pair)) {
                role = Role.DOUBTFUL;
            } else if (role == Role.PLAIN
                    && (words.bodyPairs().contains(pair) || words.bodyWords().contains(parts[i]))) {
                role = Role.BODY;
            }
        }
        return role;
    }
}
