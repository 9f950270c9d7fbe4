package dev.dateline.standalone.stage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Evidence;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.util.List;

/** Articles and tags as JSON for people and scripts: what {@code stage} and {@code inspect} print. */
public final class ArticleJson {
    private ArticleJson() {}

    /** A clean article under an id of the caller's. */
    public static ObjectNode clean(String id, CleanArticle article) {
        var json = JsonLines.JSON.createObjectNode();
        json.put("id", id).put("title", article.getTitle()).put("text", article.getText());
        article.getAuthors().forEach(json.putArray("author")::add);
        json.put("published", article.getPublishedText());
        json.put("publishedFrom", article.getPublishedFrom());
        json.put("modified", article.getModifiedText());
        json.put("modifiedFrom", article.getModifiedFrom());
        json.put("language", article.getLanguage());
        json.put("canonicalUrl", article.getCanonicalUrl());
        json.put("declaredUrl", article.getDeclaredUrl());
        json.set("provenance", provenance(article.getProvenance()));
        json.put("section", article.getSection());
        article.getKeywords().forEach(json.putArray("keywords")::add);
        json.put("leadImage", article.getLeadImage());
        article.getCaptions().forEach(json.putArray("captions")::add);
        json.put("paywalled", article.getPaywalled());
        json.put("confidence", article.getConfidence());
        return json.put("extractorVersion", article.getExtractorVersion());
    }

    /** Region tags as the contract of {@code stage tag} has them. */
    public static ArrayNode regions(List<RegionTag> tags) {
        var json = JsonLines.JSON.createArrayNode();
        tags.forEach(tag -> json.addObject()
                .put("code", tag.getCode())
                .put("role", tag.getRole().name())
                .put("score", tag.getScore())
                .set("evidence", evidence(tag.getEvidence())));
        return json;
    }

    /** Theme tags as the contract of {@code stage tag} has them. */
    public static ArrayNode themes(List<ThemeTag> tags) {
        var json = JsonLines.JSON.createArrayNode();
        tags.forEach(tag -> json.addObject()
                .put("code", tag.getCode())
                .put("score", tag.getScore())
                .set("evidence", evidence(tag.getEvidence())));
        return json;
    }

    private static ObjectNode provenance(Provenance provenance) {
        var json = JsonLines.JSON.createObjectNode();
        json.put("url", provenance.getUrl());
        json.put("outlet", provenance.getOutlet());
        json.put("author", provenance.getAuthor());
        json.put("date", provenance.getDate());
        json.put("agency", provenance.getAgency());
        provenance.getLines().forEach(json.putArray("lines")::add);
        return json;
    }

    private static ArrayNode evidence(List<Evidence> found) {
        var json = JsonLines.JSON.createArrayNode();
        found.forEach(piece -> json.addObject()
                .put("field", piece.getField().name().toLowerCase(java.util.Locale.ROOT))
                .put("start", piece.getStart())
                .put("end", piece.getEnd())
                .put("text", piece.getText()));
        return json;
    }
}
