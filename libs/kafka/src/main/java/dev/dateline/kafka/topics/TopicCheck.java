package dev.dateline.kafka.topics;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.topics.TopicAccess.Use;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Verifies before a program starts that the broker answers and has the program's topics, that they have their partitions, that the
 * program may do with them what it does, and that the registry, where there is one, has their schemas.
 */
public final class TopicCheck {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final KafkaConnection kafka;
    private final List<Use> uses;
    private final TopicProblems words;

    public TopicCheck(KafkaConnection kafka, TopicAccess access) {
        this(kafka, access.uses());
    }

    private TopicCheck(KafkaConnection kafka, List<Use> uses) {
        this.kafka = kafka;
        this.uses = uses;
        this.words = new TopicProblems(kafka.properties());
    }

    /** The check that a few topics are there: who only looks, or gives an order, need not know how a cluster is laid out. */
    public static TopicCheck of(KafkaConnection kafka, Topic<?>... topics) {
        return new TopicCheck(
                kafka,
                Stream.of(topics).map(topic -> new Use(topic.spec(), Set.of())).toList());
    }

    /**
     * Asks the broker, then the registry.
     *
     * @throws StartException naming the broker that does not answer, or everything that is wrong with the topics
     */
    public void verify() throws StartException {
        Brokers.require(kafka.properties());
        var problems = new ArrayList<Problem>();
        try (var admin = Admin.create(Brokers.withTimeout(kafka.properties()))) {
            var names = uses.stream().map(use -> use.topic().name()).toList();
            var asked = new DescribeTopicsOptions().includeAuthorizedOperations(true);
            problems.addAll(problems(admin.describeTopics(names, asked).topicNameValues()));
        } catch (KafkaException e) {
            throw Brokers.explain(kafka.properties(), e);
        }
        if (problems.isEmpty()) {
            var topics = uses.stream().filter(Use::isWork).map(Use::topic).collect(Collectors.toSet());
            problems.addAll(new SchemaCheck(kafka.topics()).problems(topics));
        }
        if (!problems.isEmpty()) {
            throw new StartException(problems);
        }
    }

    private List<Problem> problems(Map<String, KafkaFuture<TopicDescription>> described) throws StartException {
        var problems = new ArrayList<Problem>();
        for (var use : uses) {
            problem(use, Objects.requireNonNull(described.get(use.topic().name())))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private Optional<Problem> problem(Use use, KafkaFuture<TopicDescription> described) throws StartException {
        try {
            return problem(use, described.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.of(words.missing(use.topic()));
            }
            if (e.getCause() instanceof TopicAuthorizationException) {
                return Optional.of(words.unseen(use));
            }
            throw Brokers.explain(kafka.properties(), e);
        } catch (TimeoutException e) {
            throw Brokers.explain(kafka.properties(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Brokers.explain(kafka.properties(), e);
        }
    }

    private Optional<Problem> problem(Use use, TopicDescription description) {
        var topic = use.topic();
        var found = description.partitions().size();
        if (topic.partitions() == 1 && found != 1 && use.isWork()) {
            return Optional.of(words.tooMany(topic, found));
        }
        if (found < topic.partitions() && use.isWork()) {
            return Optional.of(words.tooFew(topic, found));
        }
        // A broker without an authorizer allows everything, and one that is asked for nothing says nothing
        var allowed = description.authorizedOperations();
        return allowed == null || allowed.containsAll(use.operations())
                ? Optional.empty()
                : Optional.of(words.notAllowed(use, allowed));
    }
}
