package dev.dateline.router;

import dev.dateline.kafka.operate.RouteRefill;
import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RouteState;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Looks again at an article from before a route was made or changed: sends it only to the topics that it was not sent to, and
 * takes it back from those that it no longer belongs to. What was routed since in a newer form is left alone, and so is what was
 * not routed yet: that comes by itself. An article's trace tells of its first way, so this leaves none.
 */
final class RefillProcessor implements Processor<String, EnrichedArticle, String, Object> {
    private final RoutesInForce routes;
    private final Topics topics;
    private @Nullable Deliveries deliveries;
    private @Nullable KeyValueStore<String, RouteState> states;

    RefillProcessor(RoutesInForce routes, Topics topics) {
        this.routes = routes;
        this.topics = topics;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.deliveries = new Deliveries(context, topics);
        this.states = context.getStateStore(RouterTopology.STORE);
    }

    @Override
    public void process(Record<String, EnrichedArticle> copy) {
        var refill = Objects.requireNonNull(RouteRefill.take(copy.headers()), "not by the route desk");
        var input = copy.withTimestamp(refill.ingestedAt());
        var article = input.value();
        var store = Objects.requireNonNull(states);
        var before = store.get(input.key());
        if (before == null
                || before.getVersion() != article.getVersion()
                || before.getTaxonomyVersion().compareTo(article.getTaxonomyVersion()) > 0) {
            return;
        }
        var table = routes.since(refill.change());
        DeadLetters.removeFrom(input.headers());
        var destinations = table.topicsOf(article);
        var out = Objects.requireNonNull(deliveries);
        out.takeBack(
                input,
                before.getTopics().stream()
                        .filter(topic -> !destinations.contains(topic) && table.has(topic))
                        .toList());
        out.send(
                input,
                destinations.stream()
                        .filter(topic -> !before.getTopics().contains(topic))
                        .toList());
        store.put(
                input.key(),
                new RouteState(article.getVersion(), List.copyOf(destinations), article.getTaxonomyVersion()));
    }
}
