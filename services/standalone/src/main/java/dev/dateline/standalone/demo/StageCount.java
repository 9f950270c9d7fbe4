package dev.dateline.standalone.demo;

import dev.dateline.schema.Disposition;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records of one stage, from the traces it committed. */
final class StageCount {
    private long kept;
    private long dead;
    private final Map<String, Long> dropped = new TreeMap<>();

    void add(Disposition disposition) {
        switch (disposition.getOutcome()) {
            case KEPT -> kept++;
            case DEAD_LETTERED -> dead++;
            case DROPPED -> dropped.merge(String.valueOf(disposition.getReason()), 1L, Long::sum);
        }
    }

    long kept() {
        return kept;
    }

    long dead() {
        return dead;
    }

    Map<String, Long> dropped() {
        return dropped;
    }

    long total() {
        return kept
                + dead
                + dropped.values().stream().mapToLong(Long::longValue).sum();
    }
}
