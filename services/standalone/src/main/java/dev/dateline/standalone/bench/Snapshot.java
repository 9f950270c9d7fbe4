package dev.dateline.standalone.bench;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a program has used up to a moment, and holds at it.
 *
 * @param stages CPU seconds of the threads of each stage
 * @param cpu CPU seconds of the whole process: the threads of the JVM itself are in no stage
 * @param collecting seconds that the collector took
 * @param heap bytes in use
 * @param rss bytes of memory that the system gave it; 0 where it does not tell
 */
record Snapshot(Map<String, Double> stages, double cpu, double collecting, long heap, long rss) {

    /** What was used since an earlier one; what is held is that of now. */
    Snapshot since(Snapshot before) {
        var used = new TreeMap<String, Double>();
        stages.forEach((stage, seconds) -> used.put(stage, seconds - before.stages.getOrDefault(stage, 0.0)));
        return new Snapshot(used, cpu - before.cpu, collecting - before.collecting, heap, rss);
    }

    /** Two programs as one. */
    Snapshot plus(Snapshot other) {
        var sum = new TreeMap<>(stages);
        other.stages.forEach((stage, seconds) -> sum.merge(stage, seconds, Double::sum));
        return new Snapshot(sum, cpu + other.cpu, collecting + other.collecting, heap + other.heap, rss + other.rss);
    }
}
