package dev.dateline.cleaner;

import java.util.Locale;
import java.util.Optional;

/**
 * How the extraction of a source goes: its habit, and how it went lately. Both are exponential averages, the one over about a
 * hundred pages, the other over about eight; a source that changed for good is a habit again after some hundred pages. Not
 * thread-safe.
 */
final class Habit {
    private static final double LONG = 1.0 / 100;
    private static final double LATELY = 1.0 / 8;
    /** Pages before anything is said of a source. */
    private static final int LEARNING = 30;

    private static final double SHARE_LOST = 0.4;
    private static final double LENGTH_FACTOR = 3;
    private static final double CONFIDENCE_LOST = 0.3;

    private final Average kept = new Average();
    private final Average logLength = new Average();
    private final Average confidence = new Average();
    private int pages;

    /** Notes a page that gave an article. */
    void kept(int length, double sure) {
        pages++;
        kept.add(1, pages);
        logLength.add(Math.log1p(length), pages);
        confidence.add(sure, pages);
    }

    /** Notes a page that gave none. */
    void dropped() {
        pages++;
        kept.add(0, pages);
    }

    /** What is much worse than usual; empty when nothing is. */
    Optional<String> trouble() {
        if (pages < LEARNING) {
            return Optional.empty();
        }
        if (kept.loss() > SHARE_LOST) {
            return Optional.of(text("%.0f %% of its pages give an article, %.0f %% did", 100, kept));
        }
        if (logLength.loss() > Math.log(LENGTH_FACTOR)) {
            return Optional.of("its texts are " + Math.round(Math.expm1(logLength.lately)) + " characters long, "
                    + Math.round(Math.expm1(logLength.usually)) + " were usual");
        }
        if (confidence.loss() > CONFIDENCE_LOST) {
            return Optional.of(text("confidence %.2f, %.2f was usual", 1, confidence));
        }
        return Optional.empty();
    }

    private static String text(String form, double unit, Average average) {
        return String.format(Locale.ROOT, form, average.lately * unit, average.usually * unit);
    }

    private static final class Average {
        private double usually;
        private double lately;

        /** While there are few, each counts the same. */
        private void add(double value, int number) {
            usually += (value - usually) * Math.max(LONG, 1.0 / number);
            lately += (value - lately) * Math.max(LATELY, 1.0 / number);
        }

        private double loss() {
            return usually - lately;
        }
    }
}
