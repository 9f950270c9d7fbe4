package dev.dateline.cleaner;

import dev.dateline.kafka.streams.StageProcessor;
import dev.dateline.kafka.streams.StageTopology;
import dev.dateline.kafka.streams.Subject;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.Topology;

/** Raw in, clean out. */
final class CleanerTopology {
    static final String STAGE = "clean";

    private CleanerTopology() {}

    static Topology build(Topics topics, Stage<RawArticle, CleanArticle> cleaner, MeterRegistry meters) {
        var step = new StageProcessor.Definition<>(STAGE, cleaner, Subject::of, (article, headers) -> {});
        return StageTopology.of(step, topics.raw(), topics.clean(), topics.disposition(), meters);
    }
}
