package dev.dateline.standalone.bench;

import java.util.ArrayList;
import java.util.List;

/** The run at full speed in parts of the same number of articles, to see whether it slows down as more is known and stored. */
final class Windows {
    private static final int COUNT = 10;

    private Windows() {}

    /** One part. */
    record Window(long stored, double seconds, double perSecond, double cpuMillis) {}

    static List<Window> of(Figures figures) {
        var windows = new ArrayList<Window>();
        long first = figures.plan().warmUp();
        long last = figures.plan().articles();
        var before = at(figures, first);
        for (int i = 1; i <= COUNT; i++) {
            var after = at(figures, first + (last - first) * i / COUNT);
            double articles = after.stored() - before.stored();
            if (articles > 0) {
                windows.add(new Window(
                        after.stored(),
                        after.seconds(),
                        articles / (after.seconds() - before.seconds()),
                        (after.cpuSeconds() - before.cpuSeconds()) * 1_000 / articles));
                before = after;
            }
        }
        return windows;
    }

    /** What an article costs in the last third of the run, beside the first third. */
    static double growth(Figures figures) {
        long first = figures.plan().warmUp();
        long third = (figures.plan().articles() - first) / 3;
        return cost(figures, first + 2 * third, first + 3 * third) / cost(figures, first, first + third);
    }

    private static double cost(Figures figures, long from, long until) {
        var before = at(figures, from);
        var after = at(figures, until);
        return (after.cpuSeconds() - before.cpuSeconds()) / Math.max(1, after.stored() - before.stored());
    }

    /** The first look that saw so many stored; the last one when none did. */
    private static Sample at(Figures figures, long stored) {
        var samples = figures.samples();
        return samples.stream()
                .filter(sample -> sample.stored() >= stored)
                .findFirst()
                .orElse(samples.get(samples.size() - 1));
    }
}
