package dev.dateline.standalone;

import dev.dateline.cleaner.CleanerMain;
import dev.dateline.cleaner.CleanerMetrics;
import dev.dateline.console.ConsoleMain;
import dev.dateline.console.ConsoleMetrics;
import dev.dateline.deduplicator.DeduplicatorMain;
import dev.dateline.deduplicator.DeduplicatorMetrics;
import dev.dateline.fetcher.FetcherMain;
import dev.dateline.fetcher.FetcherMetrics;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.router.RouterMain;
import dev.dateline.runtime.AdminServer;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.metrics.Metric;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.sink.SinkMain;
import dev.dateline.sink.SinkMetrics;
import dev.dateline.tagger.TaggerMain;
import dev.dateline.tagger.TaggerMetrics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every service, downstream first: nothing is produced before someone listens. */
public final class Services {
    public static final List<ServiceDefinition> ALL = List.of(
            ConsoleMain.DEFINITION,
            SinkMain.DEFINITION,
            RouterMain.DEFINITION,
            TaggerMain.DEFINITION,
            DeduplicatorMain.DEFINITION,
            CleanerMain.DEFINITION,
            FetcherMain.DEFINITION);

    private Services() {}

    /** Every setting of every service. */
    public static Set<Setting<?>> settings() {
        var settings = new LinkedHashSet<Setting<?>>(AdminServer.SETTINGS);
        ALL.forEach(definition -> settings.addAll(definition.settings()));
        return settings;
    }

    /** Every section that a settings file can have. */
    public static Set<String> sections() {
        return Stream.concat(settings().stream(), Standalone.SETTINGS.stream())
                .map(Setting::section)
                .collect(Collectors.toSet());
    }

    /** Every metric of ours. */
    static List<Metric> metrics() {
        return Stream.of(
                        Metrics.ALL,
                        StandaloneMetrics.ALL,
                        PipelineMetrics.ALL,
                        FetcherMetrics.ALL,
                        CleanerMetrics.ALL,
                        DeduplicatorMetrics.ALL,
                        TaggerMetrics.ALL,
                        SinkMetrics.ALL,
                        ConsoleMetrics.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
