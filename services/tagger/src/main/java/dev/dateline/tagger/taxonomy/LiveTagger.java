package dev.dateline.tagger.taxonomy;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.client.StartGate;
import dev.dateline.kafka.client.TopicFollower;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.StartException;
import dev.dateline.tagger.TaggerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tagger of the taxonomy in force. A thread follows the taxonomy's topic, builds the next tagger aside, and puts it in the
 * place of the one before as a whole; what is broken changes nothing, but for a log line, a metric and the health.
 */
public final class LiveTagger implements Supplier<Tagger>, TopicFollower.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveTagger.class);
    private static final String CLIENT = "dateline-tagger-taxonomy";

    private final TaxonomyLog records;
    private final TopicFollower follower;
    private final Set<String> warmUp;
    private final MeterRegistry meters;
    private final StartGate gate = new StartGate();
    private volatile @Nullable Tagger tagger;
    private volatile String problem = "";
    private boolean changed = true;

    /**
     * Makes it; {@link #start} begins.
     *
     * @param warmUp languages that are made ready before a tagger is put to work
     */
    public LiveTagger(KafkaConnection kafka, Set<String> warmUp, MeterRegistry meters) {
        var topic = kafka.topics().taxonomy();
        this.records = new TaxonomyLog(topic);
        this.follower = new TopicFollower(kafka, topic.name(), CLIENT, this);
        this.warmUp = warmUp;
        this.meters = meters;
        TaggerMetrics.RELOAD_FAILURES.counter(meters);
    }

    /**
     * Waits until the tagger of the taxonomy in force is ready: one that began with another would give older tags.
     *
     * @throws StartException when the topic cannot be read to its end in time
     */
    public void start() throws StartException {
        follower.start();
        gate.await("the taxonomy on its topic");
    }

    /** The tagger to work with now; there is one once {@link #start} has returned. */
    @Override
    public Tagger get() {
        return Objects.requireNonNull(tagger, "not started");
    }

    /** How the taxonomy is; a broken one leaves the running one in place. */
    public Health health() {
        return problem.isEmpty() ? Health.up("taxonomy in force") : Health.degraded(problem);
    }

    @Override
    public void take(ConsumerRecord<String, byte[]> record) {
        records.take(record);
        changed = true;
    }

    @Override
    public void upToDate() {
        if (!changed) {
            return;
        }
        try {
            load(records.current());
            changed = false;
        } catch (RetriableException e) {
            log.atWarn().setCause(e).log("waiting for the schema registry to read the taxonomy");
        } catch (BrokenTaxonomyException | RuntimeException e) {
            // Whatever a taxonomy does to the loading, tagging goes on.
            changed = false;
            refuse(e);
        }
    }

    private void load(OwnTaxonomy taxonomy) {
        var running = tagger;
        if (running == null || !running.ownVersion().equals(taxonomy.version())) {
            use(Tagger.load(taxonomy));
        }
        problem = "";
        gate.open();
    }

    private void refuse(Exception broken) {
        TaggerMetrics.RELOAD_FAILURES.counter(meters).increment();
        problem = "the taxonomy on the topic is not used: " + broken.getMessage();
        log.atError().setCause(broken).log("taxonomy is broken; the running one stays");
        if (tagger == null) {
            use(Tagger.load());
        }
        gate.open();
    }

    private void use(Tagger next) {
        next.warmUp(warmUp);
        tagger = next;
        TaggerMetrics.showVersion(meters, next);
        log.atInfo().addKeyValue("version", next.taxonomyVersion()).log("taxonomy in force");
    }

    @Override
    public void close() {
        follower.close();
    }
}
