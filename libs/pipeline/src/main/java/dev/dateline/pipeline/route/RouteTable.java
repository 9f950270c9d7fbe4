package dev.dateline.pipeline.route;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says to which topics an article belongs: to those of the regions that it is about, to those of its themes, and to those of
 * the routes that people made. What it merely mentions sends it nowhere but where a route asks for it.
 *
 * @param regions topic by region code
 * @param themes topic by theme code
 * @param own what belongs to it, by topic of a route that somebody made
 */
public record RouteTable(Map<String, String> regions, Map<String, String> themes, Map<String, RouteExpression> own) {
    public RouteTable {
        regions = Map.copyOf(regions);
        themes = Map.copyOf(themes);
        own = Map.copyOf(own);
    }

    /** The same regions and themes with other routes. */
    public RouteTable withOwn(Map<String, RouteExpression> routes) {
        return new RouteTable(regions, themes, routes);
    }

    /** Whether articles can go to a topic; not to that of a route that was removed. */
    public boolean has(String topic) {
        return own.containsKey(topic) || regions.containsValue(topic) || themes.containsValue(topic);
    }

    /** Gives the topics in alphabetical order; none for a withdrawn article. */
    public Set<String> topicsOf(EnrichedArticle article) {
        var topics = new TreeSet<String>();
        if (article.getStatus() == ArticleStatus.WITHDRAWN) {
            return topics;
        }
        for (var tag : article.getRegions()) {
            var topic = regions.get(tag.getCode());
            if (topic != null && tag.getRole() == RegionRole.ABOUT) {
                topics.add(topic);
            }
        }
        for (var tag : article.getThemes()) {
            var topic = themes.get(tag.getCode());
            if (topic != null) {
                topics.add(topic);
            }
        }
        own.forEach((topic, expression) -> {
            if (expression.matches(article)) {
                topics.add(topic);
            }
        });
        return topics;
    }
}
