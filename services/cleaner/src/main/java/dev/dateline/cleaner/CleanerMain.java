package dev.dateline.cleaner;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.pipeline.page.ArticleCleaner;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.StartException;
import java.util.List;

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
        ArticleCleaner.warmUp();
        var kafka = KafkaConnection.from(environment.settings());
        var cleaner = CleanerConfig.from(environment.settings()).cleaner();
        var topology = CleanerTopology.build(
                kafka.topics(), new ExtractionWatch(cleaner, environment.meters()), environment.meters());
        return StreamsService.of(DEFINITION.name(), CleanerTopology.STAGE, topology, kafka, environment, List.of());
    }
}
