package dev.dateline.pipeline.tag.region;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Leaves out places that only bear a city's name: where an article calls Karakol a village once, every Karakol in it is
 * the village, unless something else in the article speaks of the city's country.
 */
final class Namesakes {
    private Namesakes() {}

    static List<Candidate> without(List<Candidate> candidates) {
        if (!hasNamesake(candidates)) {
            return candidates;
        }
        var names = candidates.stream()
                .filter(Candidate::namesake)
                .flatMap(Namesakes::terms)
                .collect(Collectors.toSet());
        var spokenOf = new HashSet<List<String>>();
        candidates.stream()
                .filter(c -> !isNamed(c, names) && !c.isA(PlaceKind.CURRENCY))
                .forEach(c -> c.name().places().forEach(p -> spokenOf.add(p.codes())));
        return candidates.stream()
                .filter(c ->
                        !isNamed(c, names) || c.name().places().stream().anyMatch(p -> spokenOf.contains(p.codes())))
                .toList();
    }

    private static boolean hasNamesake(List<Candidate> candidates) {
        for (var candidate : candidates) {
            if (candidate.namesake()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Candidate candidate, Set<String> names) {
        return terms(candidate).anyMatch(names::contains);
    }

    private static Stream<String> terms(Candidate candidate) {
        return candidate.name().places().stream().map(Place::term);
    }
}
