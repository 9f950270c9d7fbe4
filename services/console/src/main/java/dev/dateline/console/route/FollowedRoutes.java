package dev.dateline.console.route;

import dev.dateline.console.search.Condition;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.Route;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes on their topic, a quarter of a second late. Thread-safe. */
public final class FollowedRoutes implements OwnRoutes, TopicFollower.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FollowedRoutes.class);
    private static final String CLIENT = "dateline-console-routes";

    private final Topic<Route> topic;
    private final TopicFollower follower;
    private final Map<String, RouteExpression> routes = new ConcurrentSkipListMap<>();

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
        return Optional.ofNullable(routes.get(name)).map(RouteCondition::of);
    }

    /** The names of those that an article belongs to; none once it is withdrawn. */
    public Set<String> of(EnrichedArticle article) {
        if (routes.isEmpty() || article.getStatus() == ArticleStatus.WITHDRAWN) {
            return Set.of();
        }
        return routes.entrySet().stream()
                .filter(route -> route.getValue().matches(article))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Collection<String> names() {
        return routes.keySet();
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            routes.remove(record.key());
            return;
        }
        try {
            var route = topic.values().deserializer().deserialize(topic.name(), record.value());
            routes.put(route.getName(), RouteParser.parse(route.getExpression(), RouteNames.CODES));
        } catch (UnreadableRecordException | RouteSyntaxException e) {
            routes.remove(record.key());
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
