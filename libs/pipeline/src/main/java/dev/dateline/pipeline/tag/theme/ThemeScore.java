package dev.dateline.pipeline.tag.theme;

import dev.dateline.schema.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What speaks for and against one theme in one article. */
final class ThemeScore {
    private final Map<ThemeTerm, TermCount> counts = new IdentityHashMap<>();
    private boolean needs;

    private static final class TermCount {
        private final ThemeHit first;
        private final int order;
        private int occurrences;

        TermCount(ThemeHit first, int order) {
            this.first = first;
            this.order = order;
        }

        double value() {
            return ScoringModel.value(first.term().signedWeight(), occurrences);
        }
    }

    void add(ThemeHit hit) {
        counts.computeIfAbsent(hit.term(), t -> new TermCount(hit, counts.size())).occurrences += hit.occurrences();
    }

    /** Takes note that a word of the context that the theme needs is there. */
    void addNeeded() {
        needs = true;
    }

    boolean hasNeeded() {
        return needs;
    }

    double value() {
        return counts.values().stream().mapToDouble(TermCount::value).sum();
    }

    /** Gives the first place of each term that speaks for the theme, the strongest terms first. */
    List<Evidence> evidence() {
        return strongest(counts.values()).stream()
                .limit(ScoringModel.MOST_EVIDENCE)
                .map(c -> c.first.evidence())
                .toList();
    }

    private static List<TermCount> strongest(Collection<TermCount> all) {
        var sorted = new ArrayList<>(all);
        sorted.removeIf(c -> c.first.term().part() != Part.TERMS);
        sorted.sort(Comparator.<TermCount>comparingDouble(c -> -c.value()).thenComparingInt(c -> c.order));
        return sorted;
    }
}
