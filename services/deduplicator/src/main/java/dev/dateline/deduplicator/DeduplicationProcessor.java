package dev.dateline.deduplicator;

import dev.dateline.kafka.streams.DeadLetters;
import dev.dateline.kafka.streams.Dispositions;
import dev.dateline.kafka.streams.StageMeters;
import dev.dateline.kafka.streams.Subject;
import dev.dateline.kafka.streams.TopicEncoder;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.dedup.Deduplicator;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.pipeline.dedup.Judgement;
import dev.dateline.schema.ArticleState;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.IndexEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each record of the log to the pure {@link Deduplicator} and publishes its judgement.
 *
 * <p>States and index are in stores, which hold exactly what was committed whenever a task begins, also after a transaction was
 * aborted. Where there are states and no index of them, as after an upgrade, the index is made from the states, and written to its
 * store by and by: all at once would outlast a transaction.
 */
final class DeduplicationProcessor implements Processor<String, CleanArticle, String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(DeduplicationProcessor.class);
    static final String REBUILT = "the index is made from the states";
    static final String KEPT = "the index is kept";
    static final String FOUND = "the index was ready";

    private static final Duration KEPT_EVERY = Duration.ofMillis(100);
    /** Some 1 MB, a tenth of a second's work. */
    private static final int KEPT_AT_ONCE = 2_000;

    private final Topics topics;
    private final DeduplicatorConfig config;
    private final StageMeters meters;
    private final CandidateMeters candidates;
    private final DuplicateMeters duplicates;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable Deduplicator deduplicator;
    private @Nullable Cancellable keeping;

    DeduplicationProcessor(
            Topics topics,
            DeduplicatorConfig config,
            StageMeters meters,
            CandidateMeters candidates,
            DuplicateMeters duplicates) {
        this.topics = topics;
        this.config = config;
        this.meters = meters;
        this.candidates = candidates;
        this.duplicates = duplicates;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        KeyValueStore<String, ArticleState> states = context.getStateStore(DeduplicatorTopology.STORE);
        KeyValueStore<String, IndexEntry> index = context.getStateStore(DeduplicatorTopology.INDEX);
        var started = System.nanoTime();
        var fresh = new Deduplicator(new StoredStates(states), StoredIndex.in(index), config);
        this.deduplicator = fresh;
        log.atInfo()
                .addKeyValue("articles", fresh.indexed())
                .addKeyValue("seconds", (System.nanoTime() - started) / 1e9)
                .log(fresh.isRebuilt() ? REBUILT : FOUND);
        if (fresh.isRebuilt()) {
            keep(fresh, context);
        }
    }

    /** Lets go of the index: its store goes on with another one when it was closed. */
    @Override
    public void close() {
        deduplicator = null;
        keeping = null;
    }

    private void keep(Deduplicator fresh, ProcessorContext<String, byte[]> context) {
        keeping = context.schedule(KEPT_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (fresh.keepIndex(KEPT_AT_ONCE)) {
                Objects.requireNonNull(keeping).cancel();
                log.atInfo().addKeyValue("articles", fresh.indexed()).log(KEPT);
            }
        });
    }

    @Override
    public void process(Record<String, CleanArticle> input) {
        var context = Objects.requireNonNull(this.context);
        var subject = Subject.of(input.value());
        var trace = Dispositions.at(context, DeduplicatorTopology.STAGE, input.key(), input.timestamp(), subject);
        var judgement = meters.work(() -> judge(input, trace.getOffset()));
        DeadLetters.removeFrom(input.headers());
        publish(context, input, judgement);
        judgement.duplicate().ifPresent(copy -> duplicates.count(copy.getKind()));
        var disposition = disposition(trace, judgement);
        Dispositions.forward(context, input, topics.disposition(), disposition);
        meters.count(disposition);
        meters.arrived(subject, Instant.ofEpochMilli(context.currentSystemTimeMs()));
    }

    private Judgement judge(Record<String, CleanArticle> input, long offset) {
        var deduplicator = Objects.requireNonNull(this.deduplicator);
        var before = deduplicator.searchCost();
        var judgement = deduplicator.judge(input.value(), Instant.ofEpochMilli(input.timestamp()), offset);
        candidates.count(before, deduplicator.searchCost());
        return judgement;
    }

    private void publish(
            ProcessorContext<String, byte[]> context, Record<String, CleanArticle> input, Judgement judgement) {
        judgement
                .unique()
                .map(article -> TopicEncoder.encode(topics.unique(), article))
                .ifPresent(bytes -> context.forward(input.withValue(bytes), DeduplicatorTopology.UNIQUE));
        judgement
                .duplicate()
                .map(article -> TopicEncoder.encode(topics.duplicate(), article))
                .ifPresent(bytes -> context.forward(input.withValue(bytes), DeduplicatorTopology.DUPLICATE));
        for (var story : judgement.stories()) {
            var bytes = TopicEncoder.encode(topics.story(), story);
            context.forward(input.withValue(bytes).withKey(story.getStoryId()), DeduplicatorTopology.STORY);
        }
    }

    private static Disposition disposition(Disposition.Builder trace, Judgement judgement) {
        return judgement
                .dropped()
                .map(reason -> trace.setOutcome(DispositionOutcome.DROPPED).setReason(reason.label()))
                .orElseGet(() -> trace.setOutcome(DispositionOutcome.KEPT))
                .setDetail(judgement.detail())
                .build();
    }
}
