package dev.dateline.router;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.StartGate;
import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.pipeline.route.RouteNames;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.pipeline.route.RouteTable;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Route;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes in force: those of the catalogue, and those that people make while the router runs. One that cannot be used, as
 * without a topic, is left out, and the health says so; the others go on.
 */
final class LiveRoutes implements RoutesInForce, TopicFollower.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveRoutes.class);
    private static final String CLIENT = "dateline-router-routes";
    /** How often it is looked whether a topic that was missing is there. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    /** A follower that is connected is a quarter of a second late. */
    private static final Duration LATEST = Duration.ofSeconds(30);

    private final KafkaConnection kafka;
    private final Topic<Route> topic;
    private final TopicFollower follower;
    private final StartGate gate = new StartGate();
    private final Map<String, Route> routes = new TreeMap<>();
    /** Topics that were seen: a broker that does not answer takes no route away. */
    private final Set<String> verified = new HashSet<>();

    private long taken = -1;
    private long looked;
    private boolean changed = true;

    private volatile RouteTable table;
    private volatile Map<String, String> problems = Map.of();
    private long tableOf = -1;

    LiveRoutes(KafkaConnection kafka) {
        this.kafka = kafka;
        this.topic = kafka.topics().route();
        this.follower = new TopicFollower(kafka, topic.name(), CLIENT, this);
        this.table = RoutesInForce.ofCatalogue(kafka.topics().catalogue());
    }

    /**
     * Waits until all routes are known that the topic has.
     *
     * @throws StartException when the topic cannot be read to its end in time
     */
    void start() throws StartException {
        new TopicCheck(kafka, TopicAccess.reading(topic)).verify();
        follower.start();
        gate.await("the routes on topic " + topic.name());
    }

    /** To read the routes, and to write to the topic of any. */
    List<Right> rights() {
        var rights = new ArrayList<>(Right.to(TopicAccess.reading(topic)));
        rights.add(Right.toTopics(kafka.topics().ownRoutePrefix(), AclOperation.WRITE));
        return List.copyOf(rights);
    }

    @Override
    public RouteTable now() {
        return table;
    }

    @Override
    public synchronized RouteTable since(long offset) {
        long end = System.nanoTime() + LATEST.toNanos();
        long left = LATEST.toNanos();
        while (tableOf < offset && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            left = end - System.nanoTime();
        }
        if (tableOf < offset) {
            log.atWarn()
                    .addKeyValue("offset", offset)
                    .log("a change of the routes is not known yet; going on without it");
        }
        return table;
    }

    Health health() {
        return problems.isEmpty()
                ? Health.up("routes in force: " + table.own().size())
                : Health.degraded("routes that cannot be used: " + problems);
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        changed = true;
        taken = record.offset();
        if (record.value() == null) {
            routes.remove(record.key());
            verified.remove(kafka.topics().ownRoute(record.key()).name());
            return;
        }
        try {
            routes.put(record.key(), topic.values().deserializer().deserialize(topic.name(), record.value()));
        } catch (UnreadableRecordException e) {
            log.atError().setCause(e).addKeyValue("route", record.key()).log("a route is unreadable and not used");
            routes.remove(record.key());
        }
    }

    @Override
    public void upToDate() {
        boolean again = !problems.isEmpty() && System.nanoTime() - looked > LOOK_AGAIN.toNanos();
        if (changed || again) {
            changed = false;
            looked = System.nanoTime();
            use();
        }
        gate.open();
    }

    private void use() {
        var own = new HashMap<String, RouteExpression>();
        var found = new TreeMap<String, String>();
        for (var route : routes.values()) {
            var destination = kafka.topics().ownRoute(route.getName());
            try {
                var expression = RouteParser.parse(route.getExpression(), RouteNames.CODES);
                if (!verified.contains(destination.name())) {
                    TopicCheck.of(kafka, destination).verify();
                    verified.add(destination.name());
                }
                own.put(destination.name(), expression);
            } catch (RouteSyntaxException e) {
                found.put(route.getName(), e.getMessage() + " at " + e.place(route.getExpression()));
            } catch (StartException e) {
                found.put(route.getName(), String.valueOf(e.getMessage()));
            }
        }
        found.forEach((route, problem) -> {
            if (!problem.equals(problems.get(route))) {
                log.atError()
                        .addKeyValue("route", route)
                        .addKeyValue("problem", problem)
                        .log("a route cannot be used");
            }
        });
        put(table.withOwn(own), Map.copyOf(found));
    }

    private synchronized void put(RouteTable next, Map<String, String> found) {
        if (!next.equals(table)) {
            log.atInfo().addKeyValue("routes", next.own().size()).log("routes in force");
        }
        table = next;
        problems = found;
        tableOf = taken;
        notifyAll();
    }

    @Override
    public void close() {
        follower.close();
    }
}
