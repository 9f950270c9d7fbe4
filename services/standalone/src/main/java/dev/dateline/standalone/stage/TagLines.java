package dev.dateline.standalone.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.pipeline.tag.Tagger;

/** {@code stage tag}: {@code {id, title, text, language?}} to {@code {id, regions, themes}}. */
final class TagLines implements JsonLines.Answer {
    private final Tagger tagger;

    TagLines(Tagger tagger) {
        this.tagger = tagger;
    }

    @Override
    public ObjectNode to(ObjectNode input) {
        var language = input.path("language").asText("");
        var tags = tagger.tag(
                input.path("title").asText(""), input.path("text").asText(""), language.isEmpty() ? null : language, null);
        var json = JsonLines.JSON.createObjectNode();
        json.set("id", input.get("id"));
        json.set("regions", ArticleJson.regions(tags.regions()));
        json.set("themes", ArticleJson.themes(tags.themes()));
        return json.put("taxonomyVersion", tagger.taxonomyVersion());
    }
}
