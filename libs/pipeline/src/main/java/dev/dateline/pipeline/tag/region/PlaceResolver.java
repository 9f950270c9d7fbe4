package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which place is meant where a name has several: what follows after a comma (Paris, Texas), for every mention of
 * the name in the article; else what its prominence and the rest of the article make likelier.
 *
 * <p>A name that only GeoNames knows is a place when it is large, or when the article gives reason to think so.
 */
final class PlaceResolver {
    private static final int COMMA = 2;
    /** Cities of this size are places by themselves. */
    private static final int LARGE = 500_000;
    /** Cities of this size are places behind "in" or "near". */
    private static final int MIDDLING = 200_000;
    /** So many names of towns close by say that a name is a town's. */
    private static final int CLUSTER = 2;

    List<Mention> resolve(List<Candidate> found, String title, String text, @Nullable String home) {
        var candidates = Namesakes.without(found);
        var context = new ArticleContext(candidates, home);
        var qualified = qualified(candidates, context, title, text);
        var mentions = new ArrayList<Mention>();
        for (var candidate : candidates) {
            if (candidate.isCue() || candidate.use() == NameUse.PART) {
                continue;
            }
            var codes = qualified.get(candidate.name());
            var reading = choose(candidate, context);
            if (codes != null || isPlace(candidate, reading, context)) {
                mentions.add(new Mention(
                        codes == null ? reading.codes() : codes,
                        reading.kind(),
                        candidate.field(),
                        candidate.start(),
                        candidate.end()));
            }
        }
        return mentions;
    }

    /** Gives the names that a state, province or country behind a comma explains, with what they stand for. */
    private static Map<String, List<String>> qualified(
            List<Candidate> candidates, ArticleContext context, String title, String text) {
        var qualified = new HashMap<String, List<String>>();
        for (var i = 0; i + 1 < candidates.size(); i++) {
            var candidate = candidates.get(i);
            var next = candidates.get(i + 1);
            var source = candidate.field() == EvidenceField.TITLE ? title : text;
            if (isBehindComma(candidate, next, source) && isTownOrCountry(candidate)) {
                var codes = choose(next, context).codes();
                if (explains(candidate, next, codes)) {
                    qualified.putIfAbsent(candidate.name(), codes);
                }
            }
        }
        return qualified;
    }

    private static boolean explains(Candidate candidate, Candidate next, List<String> codes) {
        var known = Reading.of(candidate).stream().anyMatch(r -> r.codes().equals(codes));
        return next.isA(PlaceKind.DIVISION)
                || known
                        && (next.isA(PlaceKind.NAME)
                                || Reading.of(next).stream().anyMatch(Reading::isDivision));
    }

    private static Reading choose(Candidate candidate, ArticleContext context) {
        var readings = Reading.of(candidate);
        if (readings.size() == 1) {
            return readings.get(0);
        }
        return readings.stream()
                .max(Comparator.comparingDouble(r -> r.prior() + context.support(candidate.name(), r)))
                .orElseThrow();
    }

    private static boolean isPlace(Candidate candidate, Reading reading, ArticleContext context) {
        if (!reading.isTown()) {
            return isCertain(candidate, reading, context);
        }
        if (context.isInCounty(reading)) {
            return true;
        }
        if (reading.population() >= LARGE && !candidate.isA(PlaceKind.DOUBTFUL)) {
            return true;
        }
        if (candidate.use() == NameUse.CHAINED) {
            return false;
        }
        var supported = context.isAtHome(reading.codes().get(0), candidate.name());
        if (candidate.use() == NameUse.LOCATED) {
            return supported || reading.population() >= MIDDLING || context.near(candidate.name(), reading) >= CLUSTER;
        }
        return supported && context.near(candidate.name(), reading) >= CLUSTER;
    }

    /** A listed name needs more where it is often something else, or is in this very article. */
    private static boolean isCertain(Candidate candidate, Reading reading, ArticleContext context) {
        var country = reading.codes().get(0);
        if (context.otherNames(country, candidate.name()) > 0
                || reading.kind() != PlaceKind.ADJECTIVE && candidate.use() == NameUse.LOCATED) {
            return true;
        }
        return !context.isPartElsewhere(candidate.name())
                && !(candidate.isA(PlaceKind.DOUBTFUL)
                        && (reading.kind() != PlaceKind.ADJECTIVE || context.isElsewhere(country)));
    }

    private static boolean isTownOrCountry(Candidate candidate) {
        return candidate.isA(PlaceKind.CITY)
                || candidate.isA(PlaceKind.NAME)
                || candidate.isA(PlaceKind.SEAT)
                || candidate.isA(PlaceKind.TOWN);
    }

    private static boolean isBehindComma(Candidate candidate, Candidate next, String source) {
        return candidate.field() == next.field()
                && next.start() - candidate.end() <= COMMA
                && next.start() > candidate.end()
                && source.charAt(candidate.end()) == ',';
    }
}
