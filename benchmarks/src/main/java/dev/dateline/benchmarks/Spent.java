package dev.dateline.benchmarks;

import java.util.Locale;

/**
 * What a work took of time.
 *
 * @param share of the work that was seen; its begin is only known once something is done
 * @param bytes that the whole work wrote
 */
record Spent(double cpuSeconds, double wallSeconds, double share, long bytes) {
    Spent on(long bytes) {
        return new Spent(cpuSeconds, wallSeconds, share, bytes);
    }

    double cpuPerMegabyte() {
        return cpuSeconds / megabytes();
    }

    double wallPerMegabyte() {
        return wallSeconds / megabytes();
    }

    private double megabytes() {
        return share * bytes / (1 << 20);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.0f MB in %.1f s, %.1f ms of CPU a MB",
                megabytes(),
                wallSeconds,
                cpuPerMegabyte() * 1_000);
    }
}
