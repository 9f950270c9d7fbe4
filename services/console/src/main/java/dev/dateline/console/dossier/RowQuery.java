package dev.dateline.console.dossier;

import dev.dateline.console.desk.Summary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where the sink keeps a part of an article.
 *
 * @param key the columns that find its rows, with their values
 */
record RowQuery(String table, Map<String, Object> key) {

    RowQuery {
        key = new LinkedHashMap<>(key);
    }

    static List<RowQuery> of(Summary article) {
        return switch (article.outcome()) {
            case ORIGINAL -> original(article);
            case COPY -> List.of(byArticle("duplicate", article), story(article));
            case DROPPED, DEAD -> List.of(byArticle("disposition", article));
        };
    }

    private static List<RowQuery> original(Summary article) {
        var version = new LinkedHashMap<String, Object>();
        version.put("article_id", article.id());
        version.put("version", article.version());
        var queries = new ArrayList<>(List.of(byArticle("article", article), new RowQuery("article_version", version)));
        if (!article.regions().isEmpty()) {
            queries.add(byArticle("region_tag", article));
        }
        if (!article.themes().isEmpty()) {
            queries.add(byArticle("theme_tag", article));
        }
        if (article.copies() > 0) {
            queries.add(story(article));
        }
        return queries;
    }

    private static RowQuery byArticle(String table, Summary article) {
        return new RowQuery(table, Map.of("article_id", article.id()));
    }

    private static RowQuery story(Summary article) {
        return new RowQuery("story", Map.of("story_id", String.valueOf(article.storyId())));
    }

    /** The statement as a person would type it. */
    String sql() {
        return "SELECT * FROM " + table + " WHERE "
                + condition(value -> value instanceof String text ? quoted(text) : value.toString());
    }

    /** The statement with a parameter for each column of the key; gives each row as JSON, its columns in their order. */
    String prepared() {
        return "SELECT row_to_json(found) FROM " + table + " found WHERE " + condition(value -> "?") + " LIMIT ?";
    }

    private String condition(Function<Object, String> shown) {
        return key.entrySet().stream()
                .map(column -> column.getKey() + " = " + shown.apply(column.getValue()))
                .collect(Collectors.joining(" AND "));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
