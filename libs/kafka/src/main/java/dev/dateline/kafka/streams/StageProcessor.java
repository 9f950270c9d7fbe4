package dev.dateline.kafka.streams;

import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The only adapter between a pure {@link Stage} and Kafka Streams: times it, forwards what was kept, counts and traces what
 * became of every record. Exceptions pass through to {@link DeadLetterHandler}.
 *
 * <p>The key and the timestamp (ingest time) of a record stay as they are, and so do its headers, but for those of a dead letter
 * that came back.
 */
public final class StageProcessor<I, O> implements Processor<String, I, String, byte[]> {
    private final Definition<I, O> definition;
    private final Topic<O> output;
    private final Topic<Disposition> traces;
    private final StageMeters meters;
    private @Nullable ProcessorContext<String, byte[]> context;

    /**
     * What makes a stage a part of a topology.
     *
     * @param name of the stage, in metrics and traces
     * @param stage the work
     * @param subject what a trace needs to know of an input
     * @param headers adds the headers of a kept record
     */
    public record Definition<I, O>(
            String name, Stage<I, O> stage, Function<I, Subject> subject, BiConsumer<O, Headers> headers) {}

    private StageProcessor(
            Definition<I, O> definition, Topic<O> output, Topic<Disposition> traces, MeterRegistry meters) {
        this.definition = definition;
        this.output = output;
        this.traces = traces;
        this.meters = new StageMeters(meters, definition.name());
    }

    static <I, O> ProcessorSupplier<String, I, String, byte[]> supplier(
            Definition<I, O> definition, Topic<O> output, Topic<Disposition> traces, MeterRegistry meters) {
        return () -> new StageProcessor<>(definition, output, traces, meters);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, I> input) {
        var context = Objects.requireNonNull(this.context);
        var outcome = meters.work(() -> definition.stage().apply(input.value()));
        var subject = definition.subject().apply(input.value());
        var trace = Dispositions.at(context, definition.name(), input.key(), input.timestamp(), subject);
        var disposition = outcome.fold(
                kept -> {
                    var encoded = TopicEncoder.encode(output, kept);
                    DeadLetters.removeFrom(input.headers());
                    definition.headers().accept(kept, input.headers());
                    context.forward(input.withValue(encoded), StageTopology.KEPT);
                    return trace.setOutcome(DispositionOutcome.KEPT).build();
                },
                (reason, detail) -> trace.setOutcome(DispositionOutcome.DROPPED)
                        .setReason(reason.label())
                        .setDetail(detail)
                        .build());
        Dispositions.forward(context, input, traces, disposition);
        meters.count(disposition);
        meters.arrived(subject, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }
}
