package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.theme.Taxonomy.ThemeTerm;
import dev.dateline.schema.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What speaks for one theme in one article: each distinct term by its weight, repeated ones with diminishing returns,
 * those in the title as if they came more often.
 */
final class ThemeScore {
    private static final int TITLE = 3;

    private final Map<ThemeTerm, Integer> counts = new HashMap<>();
    private final List<Evidence> evidence = new ArrayList<>();

    void add(ThemeTerm term, boolean title, Evidence found) {
        counts.merge(term, title ? TITLE : 1, Integer::sum);
        evidence.add(found);
    }

    double value() {
        return counts.entrySet().stream()
                .mapToDouble(e -> e.getKey().weight() * (1 + Math.log(e.getValue())))
                .sum();
    }

    int distinctTerms() {
        return counts.size();
    }

    List<Evidence> evidence() {
        return evidence;
    }
}
