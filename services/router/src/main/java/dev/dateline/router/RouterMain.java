package dev.dateline.router;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.streams.StreamsService;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.StartException;
import java.util.List;

/** Sends enriched articles to the topics of their regions, themes and routes. */
public final class RouterMain {
    public static final ServiceDefinition DEFINITION = new ServiceDefinition(
            "router",
            "Sends enriched articles to the topics of their regions, themes and routes, and takes them back when they leave.",
            StreamsSettings.with(List.of()),
            RouterMain::create);

    private RouterMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(DEFINITION, PipelineMetrics.FILTERS, args);
    }

    static Service create(Environment environment) throws StartException {
        var kafka = KafkaConnection.from(environment.settings());
        var routes = new LiveRoutes(kafka);
        var topology = RouterTopology.build(kafka.topics(), routes, environment.meters());
        var routing = StreamsService.of(
                DEFINITION.name(),
                RouterTopology.STAGE,
                topology,
                kafka,
                environment,
                kafka.topics().catalogue().members());
        return new RouterService(routes, routing);
    }
}
