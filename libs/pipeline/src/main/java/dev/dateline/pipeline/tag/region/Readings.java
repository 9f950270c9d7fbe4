package dev.dateline.pipeline.tag.region;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a name may stand for, whatever the article. Immutable. */
final class Readings {
    /** By so many powers of ten must one reading outweigh the others to be beyond doubt. */
    private static final double CLEAR = 1.5;

    private final List<Reading> all;
    private final @Nullable Reading clear;
    private final List<Site> towns;
    private final List<Site> counties;
    private final boolean hasDivision;

    Readings(List<Place> places) {
        this.all = Reading.all(places);
        this.clear = clear(all);
        this.towns = sites(all, site -> !site.isArea());
        this.counties = sites(all, site -> site.isArea() && !site.isDivision());
        this.hasDivision = all.stream().anyMatch(Reading::isDivision);
    }

    /** Gives them in the order in which the places are listed. */
    List<Reading> all() {
        return all;
    }

    /** Gives the one that is beyond doubt, or null. */
    @Nullable
    Reading clear() {
        return clear;
    }

    /** Gives all towns that bear the name. */
    List<Site> towns() {
        return towns;
    }

    /** Gives all counties that bear the name. */
    List<Site> counties() {
        return counties;
    }

    boolean hasDivision() {
        return hasDivision;
    }

    boolean isIn(List<String> codes) {
        return all.stream().anyMatch(r -> r.codes().equals(codes));
    }

    private static @Nullable Reading clear(List<Reading> readings) {
        Reading best = null;
        var second = Double.NEGATIVE_INFINITY;
        for (var reading : readings) {
            if (best == null || reading.prior() > best.prior()) {
                second = best == null ? second : best.prior();
                best = reading;
            } else {
                second = Math.max(second, reading.prior());
            }
        }
        return best == null || best.prior() - second < CLEAR ? null : best;
    }

    private static List<Site> sites(List<Reading> readings, Predicate<Site> wanted) {
        var sites = new ArrayList<Site>();
        for (var reading : readings) {
            for (var site : reading.sites()) {
                if (wanted.test(site)) {
                    sites.add(site);
                }
            }
        }
        return List.copyOf(sites);
    }
}
