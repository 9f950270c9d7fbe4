package dev.dateline.console.desk;

import java.util.Set;

/**
 * An article as the console keeps it: a line without its text, and where the whole of it is to be had.
 *
 * @param place where the newest record about it stands in Kafka
 * @param words those of title and text, as far as they are known
 * @param routes names of the routes that it belonged to when it came
 */
public record Entry(Summary summary, Place place, Words words, Set<String> routes) {

    /** A record's place in Kafka. */
    public record Place(String topic, int partition, long offset) {}

    Entry with(Summary other) {
        return new Entry(other, place, words, routes);
    }

    Entry on(Set<String> names) {
        return new Entry(summary, place, words, names);
    }
}
