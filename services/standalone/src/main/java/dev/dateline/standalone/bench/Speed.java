package dev.dateline.standalone.bench;

/**
 * How fast something was.
 *
 * @param perSecond articles, pages or records
 * @param megabytes a second, of pages
 * @param cpuMillis CPU time of each, of all that took part
 */
record Speed(double perSecond, double megabytes, double cpuMillis) {
    private static final double MEGABYTE = 1 << 20;

    static Speed of(double count, double bytes, double seconds, double cpuSeconds) {
        return new Speed(count / seconds, bytes / MEGABYTE / seconds, cpuSeconds * 1_000 / count);
    }

    /** The mean of two measurements that had the same time each. */
    Speed mean(Speed other) {
        return new Speed(
                (perSecond + other.perSecond) / 2,
                (megabytes + other.megabytes) / 2,
                (cpuMillis + other.cpuMillis) / 2);
    }
}
