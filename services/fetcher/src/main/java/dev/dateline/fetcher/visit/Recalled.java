package dev.dateline.fetcher.visit;

import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.pipeline.Site;
import dev.dateline.schema.FetchVisit;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** What was read back of partitions until all of it is there: the newest record of each address, and when each site was asked last. */
final class Recalled {
    private static final Set<Integer> PLEAS = Set.of(429, 503);
    private static final Comparator<FetchVisit> LATER =
            Comparator.comparing(FetchVisit::getLastAttempt).thenComparing(Recalled::askedToWait);

    private final Map<Place, FetchVisit> visits = new LinkedHashMap<>();
    private final Map<String, FetchVisit> lastOfSite = new HashMap<>();

    private record Place(int partition, String url) {}

    void put(int partition, FetchVisit visit) {
        visits.put(new Place(partition, visit.getUrl()), visit);
    }

    void remove(int partition, String url) {
        visits.remove(new Place(partition, url));
    }

    /** Notes when a site was asked, if it was. */
    void note(FetchVisit visit) {
        if (!Visits.wasAsked(visit)) {
            return;
        }
        lastOfSite.merge(
                Site.of(Visits.addressOf(visit)), visit, (one, other) -> LATER.compare(one, other) > 0 ? one : other);
    }

    /** Gives all visits away, each with the partition that remembers it. */
    void drainTo(BiConsumer<Integer, FetchVisit> taker) {
        visits.forEach((place, visit) -> taker.accept(place.partition(), visit));
        visits.clear();
    }

    /** Has the sites waited for that have asked for it, and none asked sooner than its spacing after whoever asked it before. */
    void pause(HostGate gate) {
        lastOfSite.forEach((site, visit) ->
                gate.pause(site, askedToWait(visit) ? nextOf(visit) : gate.spacedAfter(visit.getLastAttempt())));
        lastOfSite.clear();
    }

    private static boolean askedToWait(FetchVisit visit) {
        return visit.getConsecutiveFailures() > 0
                && PLEAS.contains(Objects.requireNonNullElse(visit.getHttpStatus(), 0));
    }

    private static Instant nextOf(FetchVisit visit) {
        return Objects.requireNonNullElse(visit.getNextAttempt(), visit.getLastAttempt());
    }
}
