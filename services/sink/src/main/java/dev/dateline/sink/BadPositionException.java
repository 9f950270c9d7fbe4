package dev.dateline.sink;

import dev.dateline.runtime.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when stored positions do not fit to what Kafka has; only a person can tell what is right. */
final class BadPositionException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BadPositionException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    List<Problem> problems() {
        return problems;
    }
}
