package dev.dateline.standalone.bench;

import java.util.List;

/**
 * What a run measured.
 *
 * @param pageBytes mean size of a page
 * @param readyAfter seconds from the start of the instances until all stages of all run
 * @param stored articles, versions and copies in the database at the end
 */
record Figures(
        Machine machine,
        Bench.Plan plan,
        double pageBytes,
        double readyAfter,
        Whole whole,
        Latency latency,
        References references,
        Held held,
        List<Long> stored,
        List<Sample> samples) {

    /**
     * The pipeline at full speed.
     *
     * @param speed CPU time included that broker and database took
     * @param articles that were measured
     * @param instances what the instances used
     * @param broker CPU seconds
     * @param database CPU seconds
     */
    record Whole(Speed speed, double articles, Snapshot instances, double broker, double database) {}

    /** Seconds from the fetch of an article to the commit of its row, at a rate. */
    record Latency(double perSecond, double p50, double p95, double p99, double longest) {}

    /** What the pipeline is compared with. */
    record References(Speed parse, Speed pass, Speed copy) {}

    /** Bytes that are in use at the end. */
    record Held(long heap, long rss, long state, long log, long database) {}

    /** The share of the parser's speed that the whole pipeline keeps. */
    double ratio() {
        return whole.speed().perSecond() / references.parse().perSecond();
    }

    /** The same by CPU time, which other work on the machine disturbs less. */
    double cpuRatio() {
        return references.parse().cpuMillis() / whole.speed().cpuMillis();
    }
}
