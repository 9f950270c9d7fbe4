package dev.dateline.standalone.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.pipeline.page.Languages;
import dev.dateline.pipeline.tag.Tagger;

/** {@code stage tag}: {@code {id, title, text, language?}} to {@code {id, regions, themes}}; an unknown language is detected. */
final class TagLines implements JsonLines.Answer {
    private final Tagger tagger;

    TagLines(Tagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public ObjectNode to(ObjectNode input) {
        if (!input.has("title") && !input.has("text")) {
            throw new IllegalArgumentException("has neither title nor text: nothing to tag");
        }
        var title = input.path("title").asText("");
        var text = input.path("text").asText("");
        var claim = input.path("language").asText(input.path("lang").asText(""));
        var language = claim.isEmpty() ? Languages.of(title + "\n" + text) : claim;
        var tags = tagger.tag(title, text, language, null);
        var json = JsonLines.JSON.createObjectNode();
        json.set("id", input.get("id"));
        json.set("regions", ArticleJson.regions(tags.regions()));
        json.set("themes", ArticleJson.themes(tags.themes()));
        return json.put("taxonomyVersion", tagger.taxonomyVersion());
    }
}
