package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.file.TaxonomyProblem;
import dev.dateline.pipeline.tag.theme.TaxonomyReader.Entry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Follows parents up to the top; reports a parent that is not there and one that is its own descendant. */
final class Ancestors {
    private final Map<String, Entry> entries;
    private final List<TaxonomyProblem> problems;

    Ancestors(Map<String, Entry> entries, List<TaxonomyProblem> problems) {
        this.entries = entries;
        this.problems = problems;
    }

    /** Gives the ids above an entry, nearest first, as far as they are in order. */
    List<String> of(Entry entry) {
        var above = new LinkedHashSet<String>();
        for (var parent = entry.parent();
                parent != null;
                parent = entries.get(parent).parent()) {
            if (!entries.containsKey(parent)) {
                if (parent.equals(entry.parent())) {
                    problem(entry, "parent '%s' is no theme: define it or name another".formatted(parent));
                }
                break;
            }
            if (parent.equals(entry.id())) {
                problem(entry, "%s is above itself: break the circle of parents".formatted(entry.id()));
                break;
            }
            if (!above.add(parent)) {
                break;
            }
        }
        return List.copyOf(new ArrayList<>(above));
    }

    private void problem(Entry entry, String message) {
        var line = entry.node().fields().getOrDefault("parent", entry.node()).line();
        problems.add(new TaxonomyProblem(entry.file().name(), line, message));
    }
}
