package dev.dateline.tagger;

import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.kafka.streams.StageProcessor;
import dev.dateline.kafka.streams.StageTopology;
import dev.dateline.kafka.streams.Subject;
import dev.dateline.kafka.topics.Topics;
import dev.dateline.pipeline.Stage;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.UniqueArticle;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.streams.Topology;

/** Unique in, enriched out. */
final class TaggerTopology {
    static final String STAGE = "tag";

    private TaggerTopology() {}

    static Topology build(Topics topics, Stage<UniqueArticle, EnrichedArticle> tagger, MeterRegistry meters) {
        var step = new StageProcessor.Definition<>(
                STAGE, tagger, (UniqueArticle unique) -> Subject.of(unique.getArticle()), EventHeaders::write);
        return StageTopology.of(step, topics.unique(), topics.enriched(), topics.disposition(), meters);
    }
}
