package dev.dateline.console.ledger;

import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One partition that a stage reads: records without a trace, and traces without a record. Records and traces come in any
 * order among each other; pairs are forgotten, so what is held is what is in flight. Not thread-safe.
 */
final class PartitionLedger {
    private final NavigableSet<Long> records = new TreeSet<>();
    private final NavigableMap<Long, Integer> traces = new TreeMap<>();
    private long start;
    private long settled;
    private long checked;

    /**
     * What was found since the last time.
     *
     * @param checked records with their trace
     * @param missing records that the stage has gone past and left no trace of
     * @param surplus traces of no record, or one more of a record that has one
     */
    record Findings(long checked, long missing, long surplus) {}

    /** Begins where the stage is: what lies before is not looked at. */
    PartitionLedger(long start) {
        this.start = start;
        this.settled = start;
    }

    /** The position up to which everything was settled. */
    long settled() {
        return settled;
    }

    /** Takes in a record that the stage has read or will read. */
    void record(long offset) {
        if (offset < start) {
            return;
        }
        if (traces.containsKey(offset)) {
            traces.computeIfPresent(offset, (place, number) -> number == 1 ? null : Integer.valueOf(number - 1));
            checked++;
        } else {
            records.add(offset);
        }
    }

    /** Takes in a trace that the stage left. */
    void trace(long offset) {
        if (offset < start) {
            return;
        }
        if (records.remove(offset)) {
            checked++;
        } else {
            traces.merge(offset, 1, Integer::sum);
        }
    }

    /**
     * Draws the line at a committed position, no earlier than the last one; all records before it and all traces of them must
     * have been taken in.
     */
    Findings settle(long position) {
        var missing = records.headSet(position);
        var surplus = traces.headMap(position);
        var findings = new Findings(checked, missing.size(), sum(surplus));
        missing.clear();
        surplus.clear();
        checked = 0;
        settled = position;
        return findings;
    }

    /**
     * Begins anew where the stage was set back to. Traces of later records stay: they may already be of the work that is done
     * again.
     */
    void beginAnew(long position) {
        start = position;
        settled = position;
        records.clear();
        traces.headMap(position).clear();
    }

    private static long sum(SortedMap<Long, Integer> traces) {
        return traces.values().stream().mapToLong(Integer::longValue).sum();
    }
}
