package dev.dateline.cleaner;

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

/** Turns raw articles into clean ones. */
public final class CleanerMain {
    public static final ServiceDefinition DEFINITION = new ServiceDefinition(
            "cleaner",
            "Turns raw articles into clean ones: body, title, authors, dates, language, provenance.",
            StreamsSettings.with(CleanerConfig.SETTINGS),
            CleanerMain::create);

    private CleanerMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(DEFINITION, PipelineMetrics.FILTERS, args);
    }

    static Service create(Environment environment) throws StartException {
        var settings = environment.settings();
        var kafka = KafkaConnection.from(settings);
        var topics = kafka.topics();
        var cleaner = CleanerConfig.from(settings).cleaner();
        return new StreamsService(
                DEFINITION.name(),
                CleanerTopology.build(topics, cleaner, environment.meters()),
                StreamsSettings.properties(settings, kafka, environment.meters(), CleanerTopology.STAGE),
                TopicCheck.of(
                        kafka.properties(), topics.raw(), topics.clean(), topics.disposition(), topics.deadLetter()),
                environment.meters());
    }
}
