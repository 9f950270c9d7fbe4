package dev.dateline.pipeline.tag.theme;

import dev.dateline.pipeline.tag.term.Found;
import dev.dateline.pipeline.tag.term.Words;
import dev.dateline.schema.EvidenceField;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the terms of all themes in an article and adds them up by theme.
 *
 * <p>Terms inside longer ones are left out ("central bank" is no bank of a river), but for those that a theme needs: of
 * what begins at a word the longest counts, and the words that it covers begin nothing.
 */
final class ThemeFinder {
    private static final Comparator<Indicator> HEAVIEST_FIRST = Comparator.comparingDouble(i -> -i.weight());

    private final Taxonomy taxonomy;
    private final Taxonomy.Terms terms;
    /** What was found, at the numbers of the themes. */
    private final @Nullable ThemeScore[] scores;

    private final List<ThemeScore> found = new ArrayList<>();
    private final Map<Indicator, @Nullable TermCount[]> counts = new HashMap<>();
    private final int letters;
    private int places;

    ThemeFinder(Taxonomy taxonomy, String language) {
        this.taxonomy = taxonomy;
        this.terms = taxonomy.terms(language);
        this.scores = new ThemeScore[taxonomy.size()];
        this.letters = ScoringModel.letters(language);
    }

    /** Gives what was found, but for themes that lack the context which they need. */
    List<ThemeScore> scores() {
        found.removeIf(score -> !score.hasNeeded() && terms.needing().contains(score.theme()));
        return found;
    }

    void scan(Words words, EvidenceField field) {
        var here = new Here(words.source(), field);
        for (var i : words.firsts()) {
            terms.trie().find(words, i, here);
            here.close();
        }
    }

    /** The longest of the terms that begin at one word. */
    private final class Here implements Found<List<Indicator>> {
        private final String source;
        private final EvidenceField field;
        private final List<Indicator> longest = new ArrayList<>();
        private int start;
        private int end;
        private int covered;

        Here(String source, EvidenceField field) {
            this.source = source;
            this.field = field;
        }

        @Override
        public void accept(List<Indicator> indicators, int from, int to) {
            for (var i = 0; i < indicators.size(); i++) {
                var indicator = indicators.get(i);
                if (!indicator.isWritten(source, from, to)) {
                    continue;
                }
                if (indicator.part() == Part.NEEDS) {
                    score(indicator.theme(0)).addNeeded();
                } else if (from >= covered) {
                    take(indicator, from, to);
                }
            }
        }

        private void take(Indicator indicator, int from, int to) {
            if (longest.isEmpty() || from == start && to > end) {
                longest.clear();
                start = from;
                end = to;
            }
            if (from == start && to == end) {
                longest.add(indicator);
            }
        }

        /** Adds what was found: once for each theme. */
        void close() {
            if (longest.isEmpty()) {
                return;
            }
            if (longest.size() > 1) {
                longest.sort(HEAVIEST_FIRST);
            }
            var times = ScoringModel.times(field, start * letters);
            for (var indicator : longest) {
                add(indicator, times);
            }
            longest.clear();
            covered = end;
            places++;
        }

        private ThemeHit hit(Indicator indicator) {
            var opening = ScoringModel.isAtTheOpening(field, start * letters);
            return new ThemeHit(indicator.term(), source, field, start, end, opening);
        }

        private void add(Indicator indicator, int times) {
            var byLevel = counts.computeIfAbsent(indicator, i -> new TermCount[i.levels()]);
            for (var level = 0; level < byLevel.length; level++) {
                var score = score(indicator.theme(level));
                if (score.isFirstAt(places)) {
                    var count = byLevel[level];
                    if (count == null) {
                        count = score.count(hit(indicator));
                        byLevel[level] = count;
                    }
                    count.add(times);
                }
            }
        }
    }

    private ThemeScore score(int number) {
        var score = scores[number];
        if (score == null) {
            score = new ThemeScore(taxonomy.theme(number));
            scores[number] = score;
            found.add(score);
        }
        return score;
    }
}
