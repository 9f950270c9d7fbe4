package dev.dateline.pipeline.tag.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which countries an article is about, by the share that each has of the whole. The few numbers were fitted by
 * hand on wire stories and local news.
 */
final class RoleJudge {
    private static final double SHARE_IN_TITLE = 0.08;
    private static final double SHARE_IN_LEAD = 0.15;
    private static final double SHARE_ELSEWHERE = 0.2;
    /** For a country that the lead names and the text comes back to. */
    private static final double SHARE_REPEATED = 0.04;

    private static final int REPEATED = 3;
    /** Against the weightiest country: what has far less is scenery. */
    private static final double OF_BEST = 0.24;

    /** For a country that is named once, in the lead, while others are named more. */
    private static final double SHARE_ONCE = 0.15;

    private static final double OF_BEST_ONCE = 0.25;

    /** For a country that only its cities speak for: where somebody was, or flew from. */
    private static final double OF_BEST_CITY = 0.6;

    /** The probability for one of neighbours that the lead names together, when it stands back behind the others. */
    private static final double ENUMERATED = 0.6;

    private final double total;
    private final double best;

    private RoleJudge(List<Salience> all) {
        this.total = all.stream().mapToDouble(s -> s.weight()).sum();
        this.best = all.stream().mapToDouble(s -> s.weight()).max().orElse(0);
    }

    /** Gives the countries that the article is about, each with the probability of that. */
    static Map<String, Double> about(Map<String, Salience> countries, Blocs blocs) {
        var all = new ArrayList<>(countries.values());
        all.addAll(blocs.all().values());
        var judge = new RoleJudge(all);
        var about = new LinkedHashMap<String, Double>();
        countries.forEach((code, salience) -> {
            if (judge.isSubject(salience)) {
                about.put(code, judge.probability(salience));
            }
        });
        blocs.all().forEach((members, salience) -> {
            if (judge.isSubject(salience)) {
                members.forEach(code -> about.merge(code, judge.probability(salience), Math::max));
            }
        });
        blocs.enumerated(countries).stream()
                .filter(members -> members.stream().anyMatch(about::containsKey))
                .flatMap(List::stream)
                .forEach(code -> about.putIfAbsent(code, ENUMERATED));
        return about;
    }

    private boolean isSubject(Salience salience) {
        var weight = salience.weight();
        var share = weight / total;
        if (salience.inTitle()) {
            return share >= SHARE_IN_TITLE;
        }
        if (salience.inLead() && salience.mentions().size() >= REPEATED && share >= SHARE_REPEATED) {
            return true;
        }
        if (salience.isOnlyCity() && weight < OF_BEST_CITY * best) {
            return false;
        }
        if (salience.mentions().size() == 1 && weight < best) {
            return salience.inLead() && salience.isNamed() && share >= SHARE_ONCE && weight >= OF_BEST_ONCE * best;
        }
        return share >= (salience.inLead() ? SHARE_IN_LEAD : SHARE_ELSEWHERE) && weight >= OF_BEST * best;
    }

    /** A squashed mix of amount and share: 0.5 on the verge, near 1 for a country alone in the title. */
    private double probability(Salience salience) {
        var weight = salience.weight();
        var amount = Math.exp(-0.35 * weight * (0.3 + weight / total));
        return 1 - 0.5 * amount * (salience.inTitle() ? 0.7 : 1);
    }
}
