package dev.dateline.router;

import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.streams.TopicEncoder;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import java.util.Collection;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends articles to topics and takes them back. An article is encoded once, however many topics it goes to. */
final class Deliveries {
    private final ProcessorContext<String, Object> context;
    private final Topics topics;

    Deliveries(ProcessorContext<String, Object> context, Topics topics) {
        this.context = context;
        this.topics = topics;
    }

    void send(Record<String, EnrichedArticle> input, Collection<String> destinations) {
        if (destinations.isEmpty()) {
            return;
        }
        var value = TopicEncoder.encode(topics.enriched(), input.value());
        destinations.forEach(
                topic -> context.forward(input.<Object>withValue(new Routed(topic, value)), RouterTopology.ROUTES));
    }

    /** Sends tombstones, which say whether the article was withdrawn or left these topics. */
    void takeBack(Record<String, EnrichedArticle> input, Collection<String> left) {
        var withdrawn = input.value().getStatus() == ArticleStatus.WITHDRAWN;
        var headers = new RecordHeaders(input.headers());
        EventHeaders.takenBack(withdrawn ? EventType.WITHDRAWN : EventType.LEFT, headers);
        left.forEach(topic -> context.forward(
                input.<Object>withValue(new Routed(topic, null)).withHeaders(headers), RouterTopology.ROUTES));
    }
}
