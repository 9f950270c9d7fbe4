package dev.dateline.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Collects what is not as it should be, each in one line that names the article. */
final class Mismatches {
    private final List<String> lines = new ArrayList<>();

    void require(boolean right, String article, String what) {
        if (!right) {
            lines.add(article + ": " + what);
        }
    }

    void requireEqual(@Nullable Object expected, @Nullable Object actual, String article, String what) {
        require(Objects.equals(expected, actual), article, what + " is " + actual + ", not " + expected);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
