package dev.dateline.console.search;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown for a request that asks for what there cannot be; it tells everything that is wrong at once. */
public final class InvalidQueryException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<QueryProblem> problems;

    public InvalidQueryException(List<QueryProblem> problems) {
        super(problems.stream().map(QueryProblem::detail).collect(Collectors.joining(" ")));
        this.problems = List.copyOf(problems);
    }

    public List<QueryProblem> problems() {
        return problems;
    }
}
