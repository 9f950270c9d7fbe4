package dev.dateline.pipeline.tag.region;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Decides which countries an article is about, by the share that each has of the whole. The few numbers were fitted by
 * hand on wire stories and local news.
 */
final class RoleJudge {
    private static final double SHARE_IN_TITLE = 0.08;
    private static final double SHARE_IN_LEAD = 0.14;
    private static final double SHARE_ELSEWHERE = 0.24;
    /** Against the weightiest country: what has far less is scenery. */
    private static final double OF_BEST = 0.3;

    private RoleJudge() {}

    /** Gives the countries that the article is about, each with the probability of that. */
    static Map<String, Double> about(Map<String, Salience> countries, int textLength) {
        var total = countries.values().stream()
                .mapToDouble(s -> s.weight(textLength))
                .sum();
        var best = countries.values().stream()
                .mapToDouble(s -> s.weight(textLength))
                .max()
                .orElse(0);
        var about = new LinkedHashMap<String, Double>();
        countries.forEach((code, salience) -> {
            var weight = salience.weight(textLength);
            var share = weight / total;
            var needed = salience.inTitle() ? SHARE_IN_TITLE : salience.inLead() ? SHARE_IN_LEAD : SHARE_ELSEWHERE;
            if (share >= needed && weight >= OF_BEST * best || salience.inTitle() && share >= SHARE_IN_TITLE) {
                about.put(code, probability(weight, share, salience.inTitle()));
            }
        });
        return about;
    }

    /** A squashed mix of how much there is and how large a part of the whole it is: 0.5 on the verge, near 1 alone in the title. */
    private static double probability(double weight, double share, boolean title) {
        return 1 - 0.5 * Math.exp(-0.35 * weight * (0.3 + share)) * (title ? 0.7 : 1);
    }
}
