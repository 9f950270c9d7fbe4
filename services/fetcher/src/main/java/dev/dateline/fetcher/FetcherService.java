package dev.dateline.fetcher;

import dev.dateline.fetcher.http.FetchLimits;
import dev.dateline.fetcher.http.PageClient;
import dev.dateline.fetcher.manners.FetchSchedule;
import dev.dateline.fetcher.manners.HostGate;
import dev.dateline.fetcher.publish.Outbox;
import dev.dateline.fetcher.publish.Recollection;
import dev.dateline.fetcher.robots.RobotsRules;
import dev.dateline.fetcher.terms.SourceTerms;
import dev.dateline.fetcher.visit.Due;
import dev.dateline.fetcher.visit.Frontier;
import dev.dateline.fetcher.visit.Territory;
import dev.dateline.fetcher.work.Manners;
import dev.dateline.fetcher.work.PoliteWeb;
import dev.dateline.fetcher.work.TaskRunner;
import dev.dateline.fetcher.work.Workers;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.KeyPartition;
import dev.dateline.kafka.rights.KafkaUser;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The fetcher as a service: makes the parts, starts the loop, takes all down again. */
final class FetcherService implements Service, KafkaUser {
    /** The consumer group; its members share the partitions of the request topic, and so the sites. */
    static final String GROUP = "dateline-fetcher";

    private static final Logger log = LoggerFactory.getLogger(FetcherService.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final FetcherConfig config;
    private final KafkaConnection kafka;
    private final MeterRegistry meters;
    private final InstantSource clock = InstantSource.system();
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private @Nullable FetchLoop loop;
    private @Nullable Thread thread;
    private volatile @Nullable KafkaClientMetrics producerMetrics;

    FetcherService(FetcherConfig config, KafkaConnection kafka, MeterRegistry meters) {
        this.config = config;
        this.kafka = kafka;
        this.meters = meters;
    }

    @Override
    public String name() {
        return "fetcher";
    }

    @Override
    public void start() throws StartException {
        new TopicCheck(kafka, access()).verify();
        loop = new FetchLoop(wiring());
        thread = new Thread(loop, "fetcher");
        thread.start();
    }

    private TopicAccess access() {
        var topics = kafka.topics();
        return TopicAccess.reading(
                        topics.source(),
                        topics.sourceCommand(),
                        topics.fetchRequest(),
                        topics.visit(),
                        topics.sourceStatus())
                .and(TopicAccess.writing(
                        topics.fetchRequest(),
                        topics.visit(),
                        topics.sourceStatus(),
                        topics.sourceTrial(),
                        topics.raw()));
    }

    @Override
    public List<Right> rights() {
        var rights = new ArrayList<>(Right.to(access()));
        rights.add(Right.toJoin(GROUP));
        rights.add(Right.toTransactions(GROUP + "-"));
        return List.copyOf(rights);
    }

    private FetchLoop.Wiring wiring() throws StartException {
        var id = GROUP + "-" + config.instance();
        var topics = kafka.topics();
        var reader = closing(Clients.consumer(kafka, id + "-reader", null, "earliest"));
        PartitionCheck.verify(reader, topics.fetchRequest(), topics.visit());
        var gate = new HostGate(config.politeness(), clock, RandomGenerator.getDefault());
        var schedule = new FetchSchedule<Due>(gate, clock);
        var metrics = new FetcherMetrics(meters, clock);
        var outbox = new Outbox(topics, metrics.discovery());
        var partitions = reader.partitionsFor(topics.fetchRequest().name()).size();
        var territory = new Territory(key -> KeyPartition.of(key, partitions));
        var frontier = new Frontier(config.rules(), territory, gate, schedule, outbox, metrics::count, clock);
        var sources = closing(new DesiredSources(kafka, id + "-sources"));
        sources.await();
        return new FetchLoop.Wiring(
                topics.fetchRequest().name(),
                measured(closing(Clients.cooperativeConsumer(kafka, id, GROUP, "earliest"))),
                () -> producer(id),
                frontier,
                outbox,
                new Recollection(reader, closing(Admin.create(kafka.properties())), topics, frontier),
                sources,
                closing(new Orders(kafka, id + "-orders")),
                workers(new Manners(gate, schedule), metrics),
                metrics,
                clock);
    }

    private Workers workers(Manners manners, FetcherMetrics metrics) {
        if (!config.namesContact()) {
            log.atWarn()
                    .addKeyValue("setting", FetcherConfig.USER_AGENT.key())
                    .log("sites do not learn whom to write to; name your address");
        }
        var client = closing(new PageClient(config.userAgent(), FetchLimits.DEFAULT, config.network()));
        var rules = new RobotsRules(client, config.product(), FetchLimits.DEFAULT, clock);
        var runner =
                new TaskRunner(new PoliteWeb(client, rules, manners::read), new SourceTerms(config.secrets()), clock);
        return closing(new Workers(config.workers(), runner, manners, metrics.duration()));
    }

    /** Each takes the place of the one before, whose figures end. */
    private Producer<String, byte[]> producer(String id) {
        closeProducerMetrics();
        var producer = Clients.transactionalProducer(kafka, id + "-producer", id);
        var metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(meters);
        producerMetrics = metrics;
        return producer;
    }

    private void closeProducerMetrics() {
        var last = producerMetrics;
        if (last != null) {
            last.close();
        }
    }

    private Consumer<String, byte[]> measured(Consumer<String, byte[]> consumer) {
        closing(new KafkaClientMetrics(consumer)).bindTo(meters);
        return consumer;
    }

    private <T extends AutoCloseable> T closing(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public Health health() {
        var current = loop;
        return current == null ? Health.starting("not started") : current.health();
    }

    @Override
    public void close() {
        if (loop != null && thread != null) {
            loop.stop();
            join(thread);
        }
        closeProducerMetrics();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // as AutoCloseable declares it
                log.atError().setCause(e).log("a part of the fetcher did not close cleanly");
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(CLOSE_TIMEOUT.toMillis());
            if (thread.isAlive()) {
                thread.interrupt();
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
