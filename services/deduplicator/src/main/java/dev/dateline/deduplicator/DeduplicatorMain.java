package dev.dateline.deduplicator;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.StartException;
import java.time.Duration;
import java.util.List;

/** Tells originals from copies and versions. */
public final class DeduplicatorMain {
    public static final ServiceDefinition DEFINITION = new ServiceDefinition(
            "deduplicator",
            "Tells originals from copies and versions, in the one order of the clean log.",
            StreamsSettings.with(DeduplicatorSettings.ALL),
            DeduplicatorMain::create);

    /** Once after an upgrade or a change of settings: some 40 s for a million states. */
    private static final Duration MAKING_THE_INDEX = Duration.ofMinutes(30);

    private DeduplicatorMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(DEFINITION, PipelineMetrics.FILTERS, args);
    }

    static Service create(Environment environment) throws StartException {
        var kafka = KafkaConnection.from(environment.settings());
        var subscribersKeep = kafka.topics().enriched().spec().retained();
        var config = DeduplicatorSettings.config(environment.settings(), subscribersKeep);
        var topology = DeduplicatorTopology.build(kafka.topics(), config, environment.meters());
        return StreamsService.of(DEFINITION.name(), DeduplicatorTopology.STAGE, topology, kafka, environment, List.of())
                .withStepsUpTo(MAKING_THE_INDEX);
    }
}
