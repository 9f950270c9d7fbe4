package dev.dateline.cleaner;

import dev.dateline.cleaner.boilerplate.BoilerplateTopology;
import dev.dateline.cleaner.boilerplate.LiveBoilerplate;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.pipeline.Stage;
import dev.dateline.pipeline.page.ArticleCleaner;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.RawArticle;
import java.util.List;
import org.apache.kafka.streams.Topology;

/** Turns raw articles into clean ones, and learns from these what hosts repeat. */
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
        var config = CleanerConfig.from(environment.settings());
        var takedowns = new Takedowns(kafka);
        if (!config.learns()) {
            return new CleanerService(takedowns, cleaning(config.cleaner(), takedowns, kafka, environment), null);
        }
        var boilerplate = new LiveBoilerplate(kafka, config.neverLearn(), environment.meters());
        var learning = BoilerplateTopology.build(kafka.topics(), config.neverLearn());
        return new CleanerService(
                takedowns,
                cleaning(config.cleaner(boilerplate), takedowns, kafka, environment),
                new CleanerService.Learning(
                        boilerplate, application(BoilerplateTopology.STAGE, learning, kafka, environment)));
    }

    private static StreamsService cleaning(
            Stage<RawArticle, CleanArticle> cleaner,
            Takedowns takedowns,
            KafkaConnection kafka,
            Environment environment) {
        var meters = environment.meters();
        var measured = new ConfidenceMeter(new RemovedBlocks(cleaner, meters), meters);
        var watched = new ExtractionWatch(measured, meters);
        var topology = CleanerTopology.build(kafka.topics(), takedowns.before(watched), meters);
        return application(CleanerTopology.STAGE, topology, kafka, environment);
    }

    private static StreamsService application(
            String stage, Topology topology, KafkaConnection kafka, Environment environment) {
        return StreamsService.of(DEFINITION.name(), stage, topology, kafka, environment, List.of());
    }
}
