package dev.dateline.cleaner.boilerplate;

import dev.dateline.kafka.streams.TopicEncoder;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.page.learn.BoilerplateLearner;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.HostBoilerplate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each article of the log to the pure {@link BoilerplateLearner}, and each deletion of a host's record; publishes what
 * becomes of it. Other records of its own topic are what it published itself.
 */
final class LearningProcessor implements Processor<String, Object, String, byte[]> {
    private static final Logger log = LoggerFactory.getLogger(LearningProcessor.class);

    private final Topic<HostBoilerplate> learnt;
    private final Set<String> never;
    private @Nullable ProcessorContext<String, byte[]> context;
    private @Nullable BoilerplateLearner learner;

    LearningProcessor(Topic<HostBoilerplate> learnt, Set<String> never) {
        this.learnt = learnt;
        this.never = never;
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
        this.learner = new BoilerplateLearner(new StoredHosts(context.getStateStore(BoilerplateTopology.STORE)), never);
    }

    @Override
    public void process(Record<String, Object> input) {
        learn(Objects.requireNonNull(learner), input).ifPresent(version -> publish(version, input.timestamp()));
    }

    private static Optional<HostBoilerplate> learn(BoilerplateLearner learner, Record<String, Object> input) {
        var at = Instant.ofEpochMilli(input.timestamp());
        if (input.value() instanceof CleanArticle article) {
            return learner.learn(article, at);
        }
        return input.value() == null ? learner.forget(input.key(), at) : Optional.empty();
    }

    private void publish(HostBoilerplate version, long timestamp) {
        log.atInfo()
                .addKeyValue("host", version.getHost())
                .addKeyValue("version", version.getVersion())
                .addKeyValue("blocks", version.getBlocks().size())
                .log("a host repeats other blocks");
        Objects.requireNonNull(context)
                .forward(
                        new Record<>(version.getHost(), TopicEncoder.encode(learnt, version), timestamp),
                        BoilerplateTopology.LEARNT);
    }
}
