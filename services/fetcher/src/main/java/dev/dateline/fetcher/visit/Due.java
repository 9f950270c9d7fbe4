package dev.dateline.fetcher.visit;

import java.time.Instant;

/** What stands in the schedule: a name and a time. Whether it still holds is seen when its turn has come. */
public sealed interface Due {
    Instant at();

    /** A source's feed. */
    record Poll(String sourceId, Instant at) implements Due {}

    /** A poll for an operator's eyes; it goes before all else that waits for its host. */
    record Trial(String commandId) implements Due {
        @Override
        public Instant at() {
            return Instant.EPOCH;
        }
    }

    /** An article's page. */
    record Page(String link, Instant at) implements Due {}
}
