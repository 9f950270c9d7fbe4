package dev.dateline.console.desk;

import dev.dateline.schema.Disposition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of the records at each stage, counted from the committed traces: nothing is counted twice. Thread-safe. */
public final class StageCounts {
    /** The order of the flow; a stage that is not in it comes behind. */
    private static final List<String> FLOW = List.of("clean", "dedup", "tag", "route");

    private final Map<String, Counter> stages = new TreeMap<>();
    private @Nullable Instant earliest;

    /**
     * One stage in figures; {@code in} is the sum of the other three.
     *
     * @param dropped by reason
     * @param dead dead letters by reason
     */
    public record Stage(String stage, long in, long kept, Map<String, Long> dropped, Map<String, Long> dead) {}

    private static final class Counter {
        private long kept;
        private final Map<String, Long> dropped = new TreeMap<>();
        private final Map<String, Long> dead = new TreeMap<>();

        private Stage stage(String name) {
            return new Stage(name, kept + sum(dropped) + sum(dead), kept, Map.copyOf(dropped), Map.copyOf(dead));
        }

        private static long sum(Map<String, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** Counts one trace. */
    synchronized void count(Disposition disposition) {
        if (earliest == null || disposition.getAt().isBefore(earliest)) {
            earliest = disposition.getAt();
        }
        var counter = stages.computeIfAbsent(disposition.getStage(), stage -> new Counter());
        var reason = disposition.getReason() == null ? "unknown" : disposition.getReason();
        switch (disposition.getOutcome()) {
            case KEPT -> counter.kept++;
            case DROPPED -> counter.dropped.merge(reason, 1L, Long::sum);
            case DEAD_LETTERED -> counter.dead.merge(reason, 1L, Long::sum);
        }
    }

    /** The time of the first record that was counted; null while none was. */
    public synchronized @Nullable Instant earliest() {
        return earliest;
    }

    /** The figures of now, in the order of the flow. */
    public synchronized List<Stage> stages() {
        var all = new ArrayList<Stage>();
        stages.forEach((name, counter) -> all.add(counter.stage(name)));
        all.sort(Comparator.comparingInt(
                stage -> FLOW.contains(stage.stage()) ? FLOW.indexOf(stage.stage()) : FLOW.size()));
        return all;
    }
}
