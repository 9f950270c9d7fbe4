package dev.dateline.standalone.outage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Where what is there is not what must be there, some of each kind. */
final class Differences {
    private static final int SHOWN = 10;

    private final List<String> found = new ArrayList<>();

    void compare(String what, Map<String, ?> expected, Map<String, ?> actual) {
        var keys = new TreeSet<>(expected.keySet());
        keys.addAll(actual.keySet());
        keys.removeIf(key -> Objects.equals(expected.get(key), actual.get(key)));
        keys.stream()
                .limit(SHOWN)
                .forEach(key ->
                        found.add("%s %s: %s must be %s".formatted(what, key, actual.get(key), expected.get(key))));
        if (keys.size() > SHOWN) {
            found.add("%s: %d more".formatted(what, keys.size() - SHOWN));
        }
    }

    List<String> found() {
        return found;
    }
}
