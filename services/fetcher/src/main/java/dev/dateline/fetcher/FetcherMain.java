package dev.dateline.fetcher;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import java.util.List;
import java.util.stream.Stream;

/** Polls feeds and publishes the articles that they list. */
public final class FetcherMain {
    public static final ServiceDefinition DEFINITION = new ServiceDefinition(
            "fetcher", "Polls feeds and publishes the articles that they list.", settings(), FetcherMain::create);

    private FetcherMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(DEFINITION, PipelineMetrics.FILTERS, args);
    }

    private static Service create(Environment environment) throws StartException {
        var settings = environment.settings();
        return new FetcherService(FetcherConfig.from(settings), KafkaConnection.from(settings), environment.meters());
    }

    private static List<Setting<?>> settings() {
        return Stream.<Setting<?>>concat(KafkaSettings.ALL.stream(), FetcherConfig.ALL.stream())
                .toList();
    }
}
