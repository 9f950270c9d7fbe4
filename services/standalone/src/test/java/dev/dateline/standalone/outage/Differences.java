package dev.dateline.standalone.outage;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** Where what is there is not what must be there, some of each kind. */
final class Differences {
    private static final int SHOWN = 10;

    private final List<String> found = new ArrayList<>();

    /** Looks again until nothing differs or patience ends; gives what it saw last. */
    static List<String> untilNone(Duration patience, Callable<List<String>> look) throws Exception {
        var end = System.nanoTime() + patience.toNanos();
        while (true) {
            List<String> differences;
            try {
                differences = look.call();
            } catch (SQLException | KafkaException e) { // still on its way back
                differences = List.of(e.toString());
            }
            if (differences.isEmpty() || System.nanoTime() > end) {
                return differences;
            }
            TimeUnit.SECONDS.sleep(2);
        }
    }

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

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<String> found() {
        return found;
    }
}
