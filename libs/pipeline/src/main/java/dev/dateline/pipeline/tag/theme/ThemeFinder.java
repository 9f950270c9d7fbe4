package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.term.FoldedText;
import dev.dateline.pipeline.tag.term.Hit;
import dev.dateline.pipeline.tag.term.TermTrie;
import dev.dateline.schema.EvidenceField;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the terms of all themes in an article and adds them up by theme. */
final class ThemeFinder {
    private final Taxonomy taxonomy;
    private final TermTrie<ThemeTerm> terms;
    private final Map<Theme, ThemeScore> scores = new IdentityHashMap<>();

    ThemeFinder(Taxonomy taxonomy, String language) {
        this.taxonomy = taxonomy;
        this.terms = taxonomy.terms(language);
    }

    Map<Theme, ThemeScore> scores() {
        return scores;
    }

    void scan(String source, EvidenceField field) {
        var hits = new ArrayList<Hit<ThemeTerm>>();
        terms.scan(FoldedText.of(source, terms.inflection().splitsAtApostrophe()), hit -> {
            var term = hit.value();
            if (!term.isWritten(source, hit.start(), hit.end())) {
                return;
            }
            if (term.part() == Part.NEEDS) {
                score(term.theme()).addNeeded();
            } else {
                hits.add(hit);
            }
        });
        hits.sort(Comparator.<Hit<ThemeTerm>>comparingInt(Hit::start)
                .thenComparingInt(h -> -h.length())
                .thenComparingDouble(h -> -h.value().weight()));
        addLongest(hits, source, field);
    }

    /** Leaves out terms inside longer ones: "central bank" is no bank of a river. */
    private void addLongest(List<Hit<ThemeTerm>> hits, String source, EvidenceField field) {
        var end = 0;
        for (var i = 0; i < hits.size(); ) {
            var to = i + 1;
            while (to < hits.size() && isSamePlace(hits.get(i), hits.get(to))) {
                to++;
            }
            if (hits.get(i).start() >= end) {
                addPlace(hits.subList(i, to), source, field);
                end = hits.get(i).end();
            }
            i = to;
        }
    }

    private static boolean isSamePlace(Hit<ThemeTerm> one, Hit<ThemeTerm> other) {
        return one.start() == other.start() && one.end() == other.end();
    }

    /** Adds what stands at one place: once for each theme. */
    private void addPlace(List<Hit<ThemeTerm>> place, String source, EvidenceField field) {
        var counted = Collections.<Theme>newSetFromMap(new IdentityHashMap<>());
        for (var hit : place) {
            add(new ThemeHit(hit.value(), source, field, hit.start(), hit.end()), counted);
        }
    }

    private void add(ThemeHit hit, Set<Theme> counted) {
        var theme = hit.term().theme();
        if (counted.add(theme)) {
            score(theme).add(hit);
        }
        if (hit.term().part() == Part.TERMS) {
            for (var id : theme.ancestors()) {
                var above = taxonomy.theme(id);
                if (counted.add(above)) {
                    score(above).add(hit);
                }
            }
        }
    }

    private ThemeScore score(Theme theme) {
        return scores.computeIfAbsent(theme, t -> new ThemeScore());
    }
}
