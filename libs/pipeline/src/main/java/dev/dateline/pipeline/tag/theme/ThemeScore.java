package dev.dateline.pipeline.tag.theme;

import dev.dateline.schema.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What speaks for and against one theme in one article. */
final class ThemeScore {
    /** The strongest first, of equals the one that came first: sorting keeps their order. */
    private static final Comparator<TermCount> STRONGEST_FIRST = Comparator.comparingDouble(c -> -c.value());

    private final Theme theme;
    private final List<TermCount> counts = new ArrayList<>();
    private int place = -1;
    private boolean needs;
    private double value;
    private boolean valued;

    ThemeScore(Theme theme) {
        this.theme = theme;
    }

    Theme theme() {
        return theme;
    }

    /** True for the first term at a place of the article; others there speak for the theme no more. */
    boolean isFirstAt(int number) {
        var first = place != number;
        place = number;
        return first;
    }

    /** Begins to count another term. */
    TermCount count(ThemeHit hit) {
        var count = new TermCount(hit);
        counts.add(count);
        return count;
    }

    /** Takes note that a word of the context that the theme needs is there. */
    void addNeeded() {
        needs = true;
    }

    boolean hasNeeded() {
        return needs;
    }

    /** True when one term tells of the theme by itself, by its weight or as a word of the headline. */
    boolean hasTelltale() {
        return counts.stream().anyMatch(ScoringModel::isTelltale);
    }

    /** True when one such word of the headline tells of the theme, or two others: in a travelogue there is more than a hotel. */
    boolean isTold() {
        return counts.stream().mapToInt(ScoringModel::telltales).sum() >= 2;
    }

    /** True when nothing but one word speaks for the theme, and somewhere in the text. */
    boolean isInPassing() {
        var places = 0;
        for (var count : counts) {
            if (count.first().opening()) {
                return false;
            }
            places += count.weight() > 0 ? count.places() : 0;
        }
        return places < 2;
    }

    /** Gives what all terms say together; asked when the whole article was read. */
    double value() {
        if (!valued) {
            value = sum();
            valued = true;
        }
        return value;
    }

    /** Adds with the compensation of Kahan, so that what lies on a threshold does not depend on the order of terms. */
    private double sum() {
        var sum = 0.0;
        var lost = 0.0;
        for (var count : counts) {
            var summand = count.value() - lost;
            var next = sum + summand;
            lost = next - sum - summand;
            sum = next;
        }
        return sum - lost;
    }

    /** Gives the first place of each term that speaks for the theme, the strongest terms first. */
    List<Evidence> evidence() {
        var strongest = new ArrayList<>(counts);
        strongest.removeIf(c -> c.first().term().part() != Part.TERMS);
        strongest.sort(STRONGEST_FIRST);
        var evidence = new ArrayList<Evidence>();
        for (var count : strongest.subList(0, Math.min(ScoringModel.MOST_EVIDENCE, strongest.size()))) {
            evidence.add(count.first().evidence());
        }
        return List.copyOf(evidence);
    }
}
