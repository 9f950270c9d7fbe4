package dev.dateline.console.desk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of the newest articles have what: a filter by one of these finds as many.
 *
 * @param regions by code, of those that the article is about or was written in
 * @param themes by code
 * @param languages by BCP 47 language
 */
public record Tally(Map<String, Integer> regions, Map<String, Integer> themes, Map<String, Integer> languages) {

    static Tally of(List<Summary> articles) {
        var tally = new Tally(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        articles.forEach(tally::add);
        return tally;
    }

    private void add(Summary article) {
        article.regions().stream()
                .filter(ArticleFilter::isStrong)
                .map(Summary.Region::code)
                .distinct()
                .forEach(code -> regions.merge(code, 1, Integer::sum));
        article.themes().forEach(theme -> themes.merge(theme.code(), 1, Integer::sum));
        languages.merge(article.language(), 1, Integer::sum);
    }
}
