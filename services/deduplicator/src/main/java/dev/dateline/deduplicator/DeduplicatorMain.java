package dev.dateline.deduplicator;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.StartException;

/** Tells originals from copies and versions. */
public final class DeduplicatorMain {
    public static final ServiceDefinition DEFINITION = new ServiceDefinition(
            "deduplicator",
            "Tells originals from copies and versions, in the one order of the clean log.",
            StreamsSettings.with(DeduplicatorSettings.ALL),
            DeduplicatorMain::create);

    private DeduplicatorMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(DEFINITION, PipelineMetrics.FILTERS, args);
    }

    static Service create(Environment environment) throws StartException {
        var settings = environment.settings();
        var kafka = KafkaConnection.from(settings);
        var topics = kafka.topics();
        return new StreamsService(
                DEFINITION.name(),
                DeduplicatorTopology.build(topics, DeduplicatorSettings.config(settings), environment.meters()),
                StreamsSettings.properties(settings, kafka, environment.meters(), DeduplicatorTopology.STAGE),
                TopicCheck.of(
                        kafka.properties(),
                        topics.clean(),
                        topics.unique(),
                        topics.duplicate(),
                        topics.story(),
                        topics.disposition(),
                        topics.deadLetter()),
                environment.meters());
    }
}
