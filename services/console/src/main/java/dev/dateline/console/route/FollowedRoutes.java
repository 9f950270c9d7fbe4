package dev.dateline.console.route;

import dev.dateline.console.search.Condition;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.schema.Route;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes on their topic, a quarter of a second late. Thread-safe. */
public final class FollowedRoutes implements OwnRoutes, TopicFollower.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FollowedRoutes.class);
    private static final String CLIENT = "dateline-console-routes";

    private final Topic<Route> topic;
    private final TopicFollower follower;
    private final Map<String, Condition> conditions = new ConcurrentSkipListMap<>();

    public FollowedRoutes(KafkaConnection kafka) {
        this.topic = kafka.topics().route();
        this.follower = new TopicFollower(kafka, topic.name(), CLIENT, this);
    }

    /** Begins to read; returns at once. */
    public void start() {
        follower.start();
    }

    @Override
    public Optional<Condition> condition(String name) {
        return Optional.ofNullable(conditions.get(name));
    }

    @Override
    public Collection<String> names() {
        return conditions.keySet();
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        conditions.remove(record.key());
        if (record.value() == null) {
            return;
        }
        try {
            var route = topic.values().deserializer().deserialize(topic.name(), record.value());
            var expression = RouteParser.parse(route.getExpression(), RouteNames.CODES);
            conditions.put(route.getName(), RouteCondition.of(expression));
        } catch (UnreadableRecordException | RouteSyntaxException e) {
            log.atError().setCause(e).addKeyValue("route", record.key()).log("a route cannot be read; nobody finds it");
        }
    }

    @Override
    public void upToDate() {
        // each record is taken up as it comes
    }

    @Override
    public void close() {
        follower.close();
    }
}
