package dev.dateline.runtime.metrics;

import dev.dateline.runtime.BuildInfo;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;

/** The registry of a program: Prometheus's text at {@code /metrics}, the JVM and the process included. */
public final class Metrics implements AutoCloseable {
    public static final Metric BUILD_INFO = new Metric(
            "news.build.info",
            Metric.Kind.GAUGE,
            List.of("version", "java"),
            "Always 1; the labels say which version runs, on which Java.");
    public static final List<Metric> ALL = List.of(BUILD_INFO);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();

    /** Makes a registry; the filters come first, since they apply only to meters registered after them. */
    public Metrics(List<MeterFilter> filters) {
        filters.forEach(registry.config()::meterFilter);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
        BUILD_INFO.gauge(
                registry,
                registry,
                running -> 1,
                BuildInfo.version(),
                String.valueOf(Runtime.version().feature()));
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** Gives everything in Prometheus's text format, version 0.0.4. */
    public String scrape() {
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
