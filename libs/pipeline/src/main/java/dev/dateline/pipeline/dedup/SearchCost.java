package dev.dateline.pipeline.dedup;

/**
 * How many earlier articles were looked at so far in search of matches; of interest to whoever wonders where the time goes.
 *
 * @param found that share a band, or come with one that does: their signatures were looked at. One that shares several counts as
 *     often
 * @param compared that were compared whole, for which their states were read
 */
public record SearchCost(long found, long compared) {}
