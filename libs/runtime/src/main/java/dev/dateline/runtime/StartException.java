package dev.dateline.runtime;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a program cannot start through no fault of its code: carries every problem found, not only the first. */
public final class StartException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public StartException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public StartException(String place, String what, String mend) {
        this(List.of(new Problem(place, what, mend)));
    }

    public List<Problem> problems() {
        return problems;
    }

    /** The problems as a list for a terminal. */
    public String report() {
        return problems.stream()
                .map(problem -> "  - " + problem)
                .collect(Collectors.joining(
                        "\n",
                        problems.size() == 1 ? "Cannot start:\n" : "Cannot start, " + problems.size() + " problems:\n",
                        ""));
    }
}
