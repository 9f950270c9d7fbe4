package dev.dateline.sink.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;

/** Splits a batch, since one statement cannot write a row twice. */
final class Waves {
    private Waves() {}

    /** Gives parts in which no key occurs twice; what is of one key stays in its order, part after part. */
    static <V> List<List<V>> of(List<V> values, Function<V, ?> key) {
        var waves = new ArrayList<List<V>>();
        var seen = new HashMap<Object, Integer>();
        for (var value : values) {
            var wave = seen.merge(key.apply(value), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(value);
        }
        return waves;
    }
}
