package dev.dateline.pipeline.route;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says to which topics an article belongs: to those of the regions that it is about, and to those of its themes. What it
 * merely mentions sends it nowhere.
 *
 * @param regions topic by region code
 * @param themes topic by theme code
 */
public record RouteTable(Map<String, String> regions, Map<String, String> themes) {
    public RouteTable {
        regions = Map.copyOf(regions);
        themes = Map.copyOf(themes);
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
        return topics;
    }
}
