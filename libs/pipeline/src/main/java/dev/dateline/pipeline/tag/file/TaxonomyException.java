package dev.dateline.pipeline.tag.file;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a taxonomy cannot be used; has all that is wrong with it, not just the first. */
public final class TaxonomyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private static final Comparator<TaxonomyProblem> BY_PLACE =
            Comparator.comparing(TaxonomyProblem::file).thenComparingInt(TaxonomyProblem::line);

    private final transient List<TaxonomyProblem> problems;

    private TaxonomyException(List<TaxonomyProblem> problems) {
        super(problems.stream().map(TaxonomyProblem::toString).collect(Collectors.joining("\n")));
        this.problems = problems;
    }

    /** Throws when anything is wrong. */
    public static void throwIfAny(List<TaxonomyProblem> problems) {
        if (!problems.isEmpty()) {
            throw new TaxonomyException(problems.stream().sorted(BY_PLACE).toList());
        }
    }

    /** Gives them by file and line. */
    public List<TaxonomyProblem> problems() {
        return problems;
    }
}
