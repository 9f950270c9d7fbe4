package dev.dateline.console;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.settings.Setting;
import java.util.stream.Stream;

/** Shows what is going on, in a web page and over HTTP. */
public final class ConsoleMain {
    public static final ServiceDefinition DEFINITION = new ServiceDefinition(
            "console",
            "Serves the live feed, the state of sources and stages, and the read-only schema registry over HTTP.",
            Stream.<Setting<?>>concat(KafkaSettings.ALL.stream(), ConsoleConfig.SETTINGS.stream())
                    .toList(),
            environment -> new ConsoleService(
                    ConsoleConfig.from(environment.settings()),
                    KafkaConnection.from(environment.settings()),
                    new TopicProvisioner(environment.settings()),
                    environment.meters()));

    private ConsoleMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(DEFINITION, PipelineMetrics.FILTERS, args);
    }
}
