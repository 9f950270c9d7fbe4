package dev.dateline.standalone;

import dev.dateline.runtime.metrics.Metric;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Writes the reference page of metrics from their declarations. */
final class MetricsPage {
    private static final String HEAD =
            """
            # Metrics

            Generated from the declarations in the code; do not edit. Served at `/metrics` of each program (`admin.port`). Beside these
            there are Micrometer's metrics of the JVM, the process, Kafka clients and Kafka Streams.

            | metric | kind | labels | what |
            |---|---|---|---|
            """;

    private MetricsPage() {}

    /** Gives the page in Markdown, one line a metric. */
    static String markdown(Collection<Metric> metrics) {
        var page = new StringBuilder(HEAD);
        metrics.stream()
                .sorted(Comparator.comparing(Metric::name))
                .forEach(metric -> page.append("| `%s` | %s | %s | %s |\n"
                        .formatted(
                                metric.exposedName(),
                                metric.kind().name().toLowerCase(Locale.ROOT),
                                String.join(", ", metric.labels()),
                                metric.doc())));
        return page.toString();
    }
}
