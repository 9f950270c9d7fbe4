package dev.dateline.pipeline.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What the JSON-LD of a page (schema.org) says of its article. Blocks that are no JSON are passed over. */
final class JsonLd {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();
    private static final Pattern ARTICLE =
            Pattern.compile("(?:.*Article|BlogPosting|.*Posting|Report|Review|Recipe|HowTo|.*Coverage|CreativeWork)$");
    private static final Pattern PAGE = Pattern.compile("(?:.*Page|VideoObject|PodcastEpisode)$");
    private static final Pattern WRAPPING =
            Pattern.compile("^\\s*(?:<!--|//<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|//]]>|]]>)\\s*;?\\s*$");
    private static final int MAX_NODES = 5_000;

    private final Map<String, JsonNode> byId = new HashMap<>();
    private final List<JsonNode> objects = new ArrayList<>();
    private JsonNode article = MissingNode.getInstance();

    private JsonLd() {}

    static JsonLd of(PageScan scan) {
        var found = new JsonLd();
        for (var script : scan.jsonLd) {
            found.read(bare(script.data()));
        }
        found.article = found.firstOf(ARTICLE, found.firstOf(PAGE, MissingNode.getInstance()));
        return found;
    }

    /** Whether the page describes an article. */
    boolean describesArticle() {
        return article.isObject() && ARTICLE.matcher(type(article)).matches();
    }

    @Nullable
    String headline() {
        return text(article.path("headline"));
    }

    @Nullable
    String published() {
        return text(article.path("datePublished"));
    }

    @Nullable
    String modified() {
        return text(article.path("dateModified"));
    }

    /** The text, which may be HTML; of a guide its introduction and its steps. */
    @Nullable
    String articleBody() {
        var body = text(article.path("articleBody"));
        return body != null || !article.has("step") ? body : guide();
    }

    private @Nullable String guide() {
        var parts = new ArrayList<String>();
        Stream.of(article.path("description"), article.path("step")).forEach(part -> addParagraphs(part, parts));
        return parts.isEmpty() ? null : String.join("", parts);
    }

    /** The texts of steps, which may be grouped in sections or made of directions, in their order. */
    private static void addParagraphs(JsonNode node, List<String> into) {
        var text = text(node.isObject() ? node.path("text") : node);
        if (text != null) {
            into.add("<p>" + text + "</p>");
        } else {
            (node.isObject() ? node.path("itemListElement") : node).forEach(each -> addParagraphs(each, into));
        }
    }

    @Nullable
    String section() {
        return text(article.path("articleSection"));
    }

    @Nullable
    String language() {
        return text(article.path("inLanguage"));
    }

    @Nullable
    String image() {
        var image = first(article.path("image"));
        return image.isObject() ? text(resolve(image).path("url")) : text(image);
    }

    @Nullable
    String publisher() {
        return text(resolve(first(article.path("publisher"))).path("name"));
    }

    /** Whether the page says that its article is not free to read. */
    boolean paywalled() {
        var free = article.path("isAccessibleForFree");
        return free.isBoolean() ? !free.booleanValue() : "false".equalsIgnoreCase(free.asText(""));
    }

    List<String> authors() {
        return names(article.path("author").isMissingNode() ? article.path("creator") : article.path("author"));
    }

    /** The authors that are called persons, even where the outlet has the same name. */
    List<String> persons() {
        var persons = new ArrayList<String>();
        var author = article.path("author");
        for (var each : author.isArray() ? author : List.of(author)) {
            var resolved = resolve(each);
            if (type(resolved).equals("Person")) {
                persons.addAll(names(resolved));
            }
        }
        return persons;
    }

    List<String> keywords() {
        var keywords = article.path("keywords");
        if (keywords.isTextual()) {
            return List.of(keywords.asText().split("\\s*,\\s*"));
        }
        var all = new ArrayList<String>();
        keywords.forEach(each -> {
            var word = text(each.isObject() ? each.path("name") : each);
            if (word != null) {
                all.add(word);
            }
        });
        return all;
    }

    private List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        if (node.isArray()) {
            node.forEach(each -> names.addAll(names(each)));
        } else if (node.isObject()) {
            var resolved = resolve(node);
            names.addAll(resolved.path("name").isArray() ? names(resolved.path("name")) : one(resolved.path("name")));
        } else {
            names.addAll(one(node));
        }
        return names;
    }

    private static List<String> one(JsonNode node) {
        var name = text(node);
        return name == null ? List.of() : List.of(name);
    }

    private static String bare(String data) {
        var json = data.strip();
        return json.startsWith("{") || json.startsWith("[")
                ? json
                : WRAPPING.matcher(json).replaceAll("");
    }

    private void read(String json) {
        try {
            collect(JSON.readTree(json), 0);
        } catch (JsonProcessingException e) {
            return; // Broken JSON-LD is common; the rest of the page says the same.
        }
    }

    private void collect(JsonNode node, int depth) {
        if (depth > 6 || objects.size() > MAX_NODES) {
            return;
        }
        if (node.isObject()) {
            objects.add(node);
            var id = node.path("@id").asText("");
            if (!id.isEmpty() && node.size() > 1) {
                byId.putIfAbsent(id, node);
            }
        }
        if (node.isContainerNode()) {
            node.forEach(child -> collect(child, depth + 1));
        }
    }

    private JsonNode firstOf(Pattern types, JsonNode otherwise) {
        JsonNode best = otherwise;
        int fields = 0;
        for (var object : objects) {
            int here = (object.has("datePublished") ? 2 : 0)
                    + (object.has("headline") ? 2 : 0)
                    + (object.has("author") ? 1 : 0);
            if (here > fields && types.matcher(type(object)).matches()) {
                best = object;
                fields = here;
            }
        }
        return best;
    }

    private static String type(JsonNode node) {
        var type = first(node.path("@type")).asText("");
        return type.substring(type.lastIndexOf('/') + 1);
    }

    private JsonNode resolve(JsonNode node) {
        var known =
                node.isObject() && !node.has("name") ? byId.get(node.path("@id").asText("")) : null;
        return known == null ? node : known;
    }

    private static JsonNode first(JsonNode node) {
        return node.isArray() ? node.path(0) : node;
    }

    private static @Nullable String text(JsonNode node) {
        var one = first(node);
        var text =
                one.isTextual() ? Parser.unescapeEntities(one.asText(), false).strip() : "";
        return text.isEmpty() ? null : text;
    }
}
