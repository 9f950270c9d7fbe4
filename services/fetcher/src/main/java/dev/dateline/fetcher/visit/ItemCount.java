package dev.dateline.fetcher.visit;

/** Counts what becomes of the items of feeds. */
@FunctionalInterface
public interface ItemCount {
    void add(String sourceId, ItemOutcome outcome, int number);
}
