package dev.dateline.pipeline.tag.region;

import dev.dateline.schema.EvidenceField;
import java.util.ArrayList;
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

    private final List<Candidate> candidates;
    private final ArticleContext context;
    private final Map<Name, Reading> chosen = new HashMap<>();
    private final Map<UsedName, Boolean> meant = new HashMap<>();

    /** A name used in one way: what is decided of it holds wherever the article has it so. */
    private record UsedName(Name name, NameUse use) {}

    /**
     * @param found the places that the article may name, in order
     * @param home the outlet's country, or null
     */
    PlaceResolver(List<Candidate> found, @Nullable String home) {
        this.candidates = Namesakes.without(found);
        this.context = new ArticleContext(candidates, home);
    }

    List<Mention> resolve(String title, String text) {
        var qualified = qualified(title, text);
        var mentions = new ArrayList<Mention>();
        for (var candidate : candidates) {
            if (candidate.isCue() || candidate.use() == NameUse.PART) {
                continue;
            }
            var codes = qualified.get(candidate.term());
            if (codes != null || isPlace(candidate)) {
                var reading = choose(candidate.name());
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

    /** How many decisions were made and pairs of places compared for them: what tests keep in bounds. */
    int work() {
        return chosen.size() + meant.size() + context.compared();
    }

    /** Gives the names that a state, province or country behind a comma explains, with what they stand for. */
    private Map<String, List<String>> qualified(String title, String text) {
        var qualified = new HashMap<String, List<String>>();
        for (var i = 0; i + 1 < candidates.size(); i++) {
            var candidate = candidates.get(i);
            var next = candidates.get(i + 1);
            var source = candidate.field() == EvidenceField.TITLE ? title : text;
            if (isBehindComma(candidate, next, source) && isTownOrCountry(candidate)) {
                var codes = choose(next.name()).codes();
                if (explains(candidate, next, codes)) {
                    qualified.putIfAbsent(candidate.term(), codes);
                }
            }
        }
        return qualified;
    }

    private static boolean explains(Candidate candidate, Candidate next, List<String> codes) {
        return next.isA(PlaceKind.DIVISION)
                || candidate.name().readings().isIn(codes)
                        && (next.isA(PlaceKind.NAME) || next.name().readings().hasDivision());
    }

    private Reading choose(Name name) {
        var readings = name.readings().all();
        return readings.size() == 1 ? readings.get(0) : chosen.computeIfAbsent(name, this::likeliest);
    }

    private Reading likeliest(Name name) {
        var readings = name.readings().all();
        var likeliest = readings.get(0);
        var most = likelihood(name, likeliest);
        for (var i = 1; i < readings.size(); i++) {
            var reading = readings.get(i);
            var likelihood = likelihood(name, reading);
            if (likelihood > most) {
                most = likelihood;
                likeliest = reading;
            }
        }
        return likeliest;
    }

    private double likelihood(Name name, Reading reading) {
        return reading.prior() + context.support(name.term(), reading);
    }

    private boolean isPlace(Candidate candidate) {
        return meant.computeIfAbsent(new UsedName(candidate.name(), candidate.use()), this::isPlace);
    }

    private boolean isPlace(UsedName used) {
        var name = used.name();
        var reading = choose(name);
        if (!reading.isTown()) {
            return isCertain(used, reading);
        }
        if (context.isInCounty(reading)) {
            return true;
        }
        if (reading.population() >= LARGE && !name.isA(PlaceKind.DOUBTFUL)) {
            return true;
        }
        if (used.use() == NameUse.CHAINED) {
            return false;
        }
        var supported = context.isAtHome(reading.codes().get(0), name.term());
        if (used.use() == NameUse.LOCATED) {
            return supported || reading.population() >= MIDDLING || isInCluster(name, reading);
        }
        return supported && isInCluster(name, reading);
    }

    private boolean isInCluster(Name name, Reading reading) {
        return context.near(name.term(), reading) >= CLUSTER;
    }

    /** A listed name needs more where it is often something else, or is in this very article. */
    private boolean isCertain(UsedName used, Reading reading) {
        var name = used.name();
        var country = reading.codes().get(0);
        if (context.otherNames(country, name.term()) > 0
                || reading.kind() != PlaceKind.ADJECTIVE && used.use() == NameUse.LOCATED) {
            return true;
        }
        return !context.isPartElsewhere(name.term())
                && !(name.isA(PlaceKind.DOUBTFUL)
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
