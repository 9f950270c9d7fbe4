package dev.dateline.pipeline.tag.region;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides which countries an article is about: a logistic model of where and how often each is named, whose result is
 * the probability that an editor would file the article under the country.
 *
 * <p>The weights were fitted by maximum likelihood (Newton's method, five-fold cross-validation) on 7,700 pairs of a wire
 * story and a country that its dateline does not name, with the countries that the agency filed the story under.
 */
final class RoleJudge {
    private static final double BIAS = -1.4;
    private static final double TITLE = 1.3;
    private static final double LEAD = 1.0;
    /** For each time that the number of mentions grows by the factor e. */
    private static final double MENTIONS = 1.0;
    /** For the share that the country has of the weight of all. */
    private static final double SHARE = 0.45;
    /** For its weight against the weightiest country's. */
    private static final double OF_BEST = 0.4;
    /** For each time that the number of countries grows by the factor e: among many, each has a smaller share. */
    private static final double COUNTRIES = 0.75;
    /** For adjectives alone, which may only say where somebody is from. */
    private static final double ADJECTIVES = -0.55;
    /** For cities alone, where somebody was, or flew from. */
    private static final double ONLY_CITIES = -1.4;
    /** For a country that is not the one where the report was written: half of what fits the agency, which files by datelines. */
    private static final double ELSEWHERE = -0.8;
    /** Somewhat below a half: an article about nothing helps nobody. */
    private static final double ENOUGH = 0.42;

    /** What is named once counts as scenery below these shares of all and of the weightiest. */
    private static final double SCENERY_OF_ALL = 0.15;

    private static final double SCENERY_OF_BEST = 0.25;
    private static final double CITIES_OF_BEST = 0.6;
    /** A text that is about nothing else is about what it says most of, unless that is less likely than this. */
    private static final double AT_LEAST = 0.12;

    /** The probability for one of neighbours that the lead names together, when it stands back behind the others. */
    private static final double ENUMERATED = 0.6;

    private final Set<String> dateline;
    private final double total;
    private final double best;
    private final int countries;

    private RoleJudge(List<Salience> all, Set<String> dateline) {
        this.dateline = dateline;
        var sum = 0.0;
        var most = 0.0;
        for (var salience : all) {
            sum += salience.weight();
            most = Math.max(most, salience.weight());
        }
        this.total = sum;
        this.best = most;
        this.countries = all.size();
    }

    /**
     * Gives the countries that the article is about, each with the probability of that.
     *
     * @param dateline the countries where it was written
     */
    static Map<String, Double> about(Map<String, Salience> countries, Blocs blocs, Set<String> dateline) {
        var all = new ArrayList<>(countries.values());
        all.addAll(blocs.all().values());
        var judge = new RoleJudge(all, dateline);
        var about = new LinkedHashMap<String, Double>();
        countries.forEach((code, salience) -> {
            if (judge.mayBeSubject(salience)) {
                var probability = judge.probability(List.of(code), salience);
                if (probability >= ENOUGH) {
                    about.put(code, probability);
                }
            }
        });
        blocs.all().forEach((members, salience) -> {
            if (judge.mayBeSubject(salience)) {
                var probability = judge.probability(members, salience);
                if (probability >= ENOUGH) {
                    members.forEach(code -> about.merge(code, probability, Math::max));
                }
            }
        });
        blocs.enumerated(countries).stream()
                .filter(members -> members.stream().anyMatch(about::containsKey))
                .flatMap(List::stream)
                .forEach(code -> about.putIfAbsent(code, ENUMERATED));
        if (about.isEmpty()) {
            countries.entrySet().stream()
                    .filter(e -> judge.isHome(List.of(e.getKey())))
                    .max(Comparator.comparingDouble(e -> e.getValue().weight()))
                    .map(e -> Map.entry(e.getKey(), judge.probability(List.of(e.getKey()), e.getValue())))
                    .filter(e -> e.getValue() >= AT_LEAST)
                    .ifPresent(e -> about.put(e.getKey(), e.getValue()));
        }
        return about;
    }

    private boolean mayBeSubject(Salience salience) {
        return salience.count() > 0 && !isScenery(salience);
    }

    /**
     * True for what is not in the title and named once, or by its cities only, while others are what the text comes back
     * to.
     */
    private boolean isScenery(Salience salience) {
        var weight = salience.weight();
        if (salience.isOnlyCity() && !salience.inTitle() && weight < CITIES_OF_BEST * best) {
            return true;
        }
        return salience.count() == 1
                && !salience.inTitle()
                && weight < best
                && (!salience.inLead()
                        || salience.adjectives() == 1
                        || weight < SCENERY_OF_ALL * total
                        || weight < SCENERY_OF_BEST * best);
    }

    /** True unless the dateline says that the report was written in some other country. */
    private boolean isHome(List<String> codes) {
        return dateline.isEmpty() || !Collections.disjoint(dateline, codes);
    }

    private double probability(List<String> codes, Salience salience) {
        var weight = salience.weight();
        var sum = BIAS
                + (salience.inTitle() ? TITLE : 0)
                + (salience.inLead() ? LEAD : 0)
                + MENTIONS * Math.log(Math.max(1, salience.count()))
                + SHARE * weight / total
                + OF_BEST * weight / best
                + COUNTRIES * Math.log(countries)
                + ADJECTIVES * salience.adjectives()
                + (salience.isOnlyCity() ? ONLY_CITIES : 0)
                + (isHome(codes) ? 0 : ELSEWHERE);
        return 1 / (1 + Math.exp(-sum));
    }
}
