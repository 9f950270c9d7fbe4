package dev.dateline.standalone.bench;

/**
 * How far everything was at a moment.
 *
 * @param seconds since the instances were started
 * @param stored versions and copies in the database
 * @param cpuSeconds of instances, broker and database until then
 */
record Sample(double seconds, long stored, double cpuSeconds) {}
