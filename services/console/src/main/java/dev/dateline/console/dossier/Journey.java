package dev.dateline.console.dossier;

import dev.dateline.console.desk.Entry;
import dev.dateline.console.desk.Fate;
import dev.dateline.console.desk.Summary;
import dev.dateline.console.desk.Trace;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One article's way through the stages. A record keeps its intake time on the way, so the traces of one version are those of
 * one moment; a version that was published again, with other tags, goes by the newest traces there are.
 */
record Journey(Summary article, List<Trace> traces) {

    /** The place of the record that a stage read on this way; empty when it did not get there. */
    Optional<Entry.Place> inputOf(String stage) {
        return traces.stream()
                .filter(trace -> trace.stage().equals(stage))
                .filter(trace -> isOfThisMoment(trace) || !isLost())
                .max(Comparator.comparing(this::isOfThisMoment).thenComparing(Trace::at))
                .map(Trace::input);
    }

    private boolean isOfThisMoment(Trace trace) {
        return trace.at().equals(article.at());
    }

    private boolean isLost() {
        return article.outcome() == Fate.DROPPED || article.outcome() == Fate.DEAD;
    }
}
