package dev.dateline.router;

import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.kafka.streams.Dispositions;
import dev.dateline.kafka.streams.StageMeters;
import dev.dateline.kafka.streams.Subject;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.DropReason;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.RouteState;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Sends an article to the topics it belongs to, and a tombstone to those it was in and no longer belongs to. */
final class RouteProcessor implements Processor<String, EnrichedArticle, String, Object> {
    private final RoutesInForce routes;
    private final Topics topics;
    private final StageMeters meters;
    private @Nullable ProcessorContext<String, Object> context;
    private @Nullable KeyValueStore<String, RouteState> states;

    RouteProcessor(RoutesInForce routes, Topics topics, StageMeters meters) {
        this.routes = routes;
        this.topics = topics;
        this.meters = meters;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.states = context.getStateStore(RouterTopology.STORE);
    }

    @Override
    public void process(Record<String, EnrichedArticle> input) {
        var disposition = meters.work(() -> route(input));
        Dispositions.forward(context(), input, topics.disposition(), disposition);
        meters.count(disposition);
        if (input.value().getEvent() != EventType.RETAGGED) { // its age is no latency
            meters.arrived(
                    Subject.of(input.value()), Instant.ofEpochMilli(context().currentSystemTimeMs()));
        }
    }

    private Disposition route(Record<String, EnrichedArticle> input) {
        var article = input.value();
        var trace =
                Dispositions.at(context(), RouterTopology.STAGE, input.key(), input.timestamp(), Subject.of(article));
        if (DeadLetters.isForAnother(input.headers(), RouterTopology.STAGE)) {
            return trace.setOutcome(DispositionOutcome.DROPPED)
                    .setReason(DropReason.RETRY_OF_ANOTHER_STAGE.label())
                    .build();
        }
        DeadLetters.removeFrom(input.headers());
        var store = Objects.requireNonNull(states);
        var before = store.get(input.key());
        if (before != null && before.getVersion() > article.getVersion()) {
            return trace.setOutcome(DispositionOutcome.DROPPED)
                    .setReason(DropReason.SUPERSEDED.label())
                    .setDetail("version " + before.getVersion() + " was routed before")
                    .build();
        }
        var table = routes.now();
        var destinations = table.topicsOf(article);
        var out = new Deliveries(context(), topics);
        if (before != null) {
            // The topic of a route that was removed may be gone; nobody is told there
            out.takeBack(
                    input,
                    before.getTopics().stream()
                            .filter(topic -> !destinations.contains(topic) && table.has(topic))
                            .toList());
        }
        out.send(input, destinations);
        store.put(
                input.key(),
                new RouteState(article.getVersion(), List.copyOf(destinations), article.getTaxonomyVersion()));
        return trace.setOutcome(DispositionOutcome.KEPT)
                .setDetail(String.join(" ", destinations))
                .build();
    }

    private ProcessorContext<String, Object> context() {
        return Objects.requireNonNull(context);
    }
}
