package dev.dateline.kafka.topics;

import java.util.stream.Stream;

/** Writes the reference page of topics from the catalogue. */
public final class TopicsPage {
    private static final String HEAD = """
            # Topics

            Generated from `schemas/topics.yaml`; do not edit. Keys are UTF-8 strings; values are Avro records in Confluent's wire
            format (see `schemas/avro`), but for the dead letters, which are the original bytes. Kafka's timestamp is the time of
            ingest. Sizes are for 500,000 articles a day, one replica.

            | topic | key | value | partitions | cleanup | retention | size | what |
            |---|---|---|---|---|---|---|---|
            """;

    private TopicsPage() {}

    /** Gives the page in Markdown, one line a topic. */
    public static String markdown(TopicCatalogue catalogue) {
        var page = new StringBuilder(HEAD);
        Stream.concat(catalogue.all().stream(), catalogue.open().stream())
                .forEach(topic -> page.append("| `%s` | %s | `%s` | %d | %s | %s | %s | %s |\n"
                        .formatted(
                                topic.name(),
                                topic.key(),
                                topic.value(),
                                topic.partitions(),
                                topic.cleanup(),
                                topic.retention() == null ? "forever" : topic.retention(),
                                topic.size() == null ? "" : topic.size(),
                                topic.doc())));
        return page.toString();
    }
}
