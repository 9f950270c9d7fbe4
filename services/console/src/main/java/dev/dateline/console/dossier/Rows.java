package dev.dateline.console.dossier;

import dev.dateline.console.desk.Summary;
import java.util.ArrayList;
import java.util.List;

/** Where the sink keeps an article. */
final class Rows {
    private Rows() {}

    static List<Dossier.Row> of(Summary article) {
        var id = "article_id = '" + article.id() + "'";
        return switch (article.outcome()) {
            case ORIGINAL -> original(article, id);
            case COPY ->
                List.of(
                        new Dossier.Row("duplicate", id),
                        new Dossier.Row("story", "story_id = '" + article.storyId() + "'"));
            case DROPPED, DEAD -> List.of(new Dossier.Row("disposition", id));
        };
    }

    private static List<Dossier.Row> original(Summary article, String id) {
        var rows = new ArrayList<>(List.of(
                new Dossier.Row("article", id),
                new Dossier.Row("article_version", id + " AND version = " + article.version())));
        if (!article.regions().isEmpty()) {
            rows.add(new Dossier.Row("region_tag", id));
        }
        if (!article.themes().isEmpty()) {
            rows.add(new Dossier.Row("theme_tag", id));
        }
        if (article.copies() > 0) {
            rows.add(new Dossier.Row("story", "story_id = '" + article.storyId() + "'"));
        }
        return rows;
    }
}
