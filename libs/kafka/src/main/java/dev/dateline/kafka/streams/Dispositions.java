package dev.dateline.kafka.streams;

import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.Disposition;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Makes the traces that every stage leaves: one for each record read. */
public final class Dispositions {
    private Dispositions() {}

    /** Begins the trace of the record that a processor works on; the outcome is still to be set. */
    public static Disposition.Builder at(
            ProcessorContext<?, ?> context, String stage, String key, long timestamp, Subject subject) {
        var position = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("traced outside of the processing of a record"));
        return Disposition.newBuilder()
                .setArticleId(key)
                .setUrl(subject.url())
                .setSourceId(subject.sourceId())
                .setTitle(subject.title())
                .setStage(stage)
                .setTopic(position.topic())
                .setPartition(position.partition())
                .setOffset(position.offset())
                .setAt(Instant.ofEpochMilli(timestamp));
    }

    /** Sends a trace on its way, to the sink of that name. */
    public static void forward(
            ProcessorContext<String, ? super byte[]> context,
            Record<String, ?> input,
            Topic<Disposition> traces,
            Disposition disposition) {
        var encoded = TopicEncoder.encode(traces, disposition);
        context.forward(
                new Record<>(input.key(), encoded, input.timestamp(), new RecordHeaders()), StageTopology.TRACE);
    }
}
