package dev.dateline.pipeline.tag.region;

import java.util.HashMap;
import java.util.Map;

/** The names that speak for one country beyond doubt, each with its weight. */
final class ClearNames {
    static final ClearNames NONE = new ClearNames();

    private final Map<String, Double> weights = new HashMap<>();
    /** Of all; exact, since the weights are halves. */
    private double total;

    void add(String name, double weight) {
        var before = weights.getOrDefault(name, 0.0);
        if (weight > before) {
            weights.put(name, weight);
            total += weight - before;
        }
    }

    int size() {
        return weights.size();
    }

    /** What all names but one weigh together. */
    double without(String name) {
        return total - weights.getOrDefault(name, 0.0);
    }
}
