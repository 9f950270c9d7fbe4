package dev.dateline.fetcher.visit;

import java.time.Instant;

/** What stands in the schedule: a name and a time. Whether it still holds is seen when its turn has come. */
public sealed interface Due {
    Instant at();

    /** A source's feed. */
    record Poll(String sourceId, Instant at) implements Due {}

    /** An article's page. */
    record Page(String link, Instant at) implements Due {}
}
