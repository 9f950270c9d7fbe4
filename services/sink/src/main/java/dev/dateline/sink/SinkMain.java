package dev.dateline.sink;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.settings.Setting;
import java.util.ArrayList;
import java.util.List;

/** Writes enriched articles and their companions to PostgreSQL. */
public final class SinkMain {
    /** The word for the sink in commands, metrics and dead letters. */
    static final String STAGE = "sink";

    public static final ServiceDefinition DEFINITION = new ServiceDefinition(
            STAGE,
            "Writes enriched articles, duplicates, stories, sources and dispositions to PostgreSQL.",
            settings(),
            environment -> new SinkService(
                    KafkaConnection.from(environment.settings()),
                    SinkConfig.from(environment.settings()),
                    environment.meters()));

    private SinkMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(DEFINITION, PipelineMetrics.FILTERS, args);
    }

    private static List<Setting<?>> settings() {
        var settings = new ArrayList<Setting<?>>(KafkaSettings.ALL);
        settings.addAll(SinkConfig.SETTINGS);
        return List.copyOf(settings);
    }
}
