package dev.dateline.pipeline.tag.theme;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a taxonomy cannot be used; has all that is wrong with it, not just the first. */
public final class TaxonomyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<TaxonomyProblem> problems;

    TaxonomyException(List<TaxonomyProblem> problems) {
        super(problems.stream().map(TaxonomyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Gives them by file and line. */
    public List<TaxonomyProblem> problems() {
        return problems;
    }
}
