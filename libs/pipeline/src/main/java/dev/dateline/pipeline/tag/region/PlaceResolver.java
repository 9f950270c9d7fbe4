package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides which place is meant where a name has several: what follows after a comma (Paris, Texas), else the country
 * that the rest of the article speaks of (Georgia between Tbilisi and Batumi, or between Atlanta and Savannah), else
 * the more prominent one, which the gazetteer lists first by kind.
 */
final class PlaceResolver {
    private static final int COMMA = 2;

    List<Mention> resolve(List<Candidate> found, String title, String text) {
        var candidates = Namesakes.without(found);
        var support = support(candidates);
        var mentions = new ArrayList<Mention>();
        for (var i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            var place = choose(candidate, support);
            var codes = place.codes();
            var next = i + 1 < candidates.size() ? candidates.get(i + 1) : null;
            if (next != null && isQualified(candidate, next, candidate.field() == EvidenceField.TITLE ? title : text)) {
                codes = choose(next, support).codes();
            }
            mentions.add(new Mention(codes, place.kind(), candidate.field(), candidate.start(), candidate.end()));
        }
        return mentions;
    }

    private static Map<List<String>, Integer> support(List<Candidate> candidates) {
        var support = new HashMap<List<String>, Integer>();
        candidates.stream()
                .filter(c -> c.isCertain() && !c.isA(PlaceKind.CURRENCY))
                .forEach(c -> support.merge(c.places().get(0).codes(), 1, Integer::sum));
        return support;
    }

    private static Place choose(Candidate candidate, Map<List<String>, Integer> support) {
        Comparator<Place> bySupport = Comparator.comparingInt(p -> -support.getOrDefault(p.codes(), 0));
        return candidate.places().stream()
                .min(bySupport.thenComparing(Place::kind))
                .orElseThrow();
    }

    /** True for a city or country with a state or province of another country behind a comma. */
    private static boolean isQualified(Candidate candidate, Candidate next, String source) {
        return candidate.field() == next.field()
                && next.isA(PlaceKind.DIVISION)
                && (candidate.isA(PlaceKind.CITY) || candidate.isA(PlaceKind.NAME) || candidate.isA(PlaceKind.SEAT))
                && next.start() - candidate.end() <= COMMA
                && next.start() > candidate.end()
                && source.charAt(candidate.end()) == ',';
    }
}
