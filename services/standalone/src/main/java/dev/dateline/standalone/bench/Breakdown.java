package dev.dateline.standalone.bench;

import java.util.Map;
import java.util.TreeMap;

/** Where the CPU time of an article goes. */
final class Breakdown {
    private Breakdown() {}

    /** Gives milliseconds an article by stage, and by what is in no stage. */
    static Map<String, Double> of(Figures.Whole whole) {
        var instances = whole.instances();
        var parts = new TreeMap<String, Double>();
        double inThreads = 0;
        for (var stage : instances.stages().entrySet()) {
            parts.put(stage.getKey(), stage.getValue());
            inThreads += stage.getValue();
        }
        parts.put("garbage collection", instances.collecting());
        parts.put("compiler and native threads", Math.max(0, instances.cpu() - inThreads - instances.collecting()));
        parts.put("broker", whole.broker());
        parts.put("PostgreSQL", whole.database());
        parts.replaceAll((part, seconds) -> seconds * 1_000 / whole.articles());
        return parts;
    }
}
