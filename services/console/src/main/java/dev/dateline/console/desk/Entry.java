package dev.dateline.console.desk;

/**
 * An article as the console keeps it: a line without its text, and where the whole of it is to be had.
 *
 * @param place where the newest record about it stands in Kafka
 */
public record Entry(Summary summary, Place place) {

    /** A record's place in Kafka. */
    public record Place(String topic, int partition, long offset) {}

    Entry with(Summary other) {
        return new Entry(other, place);
    }
}
