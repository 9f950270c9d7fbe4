package dev.dateline.console;

import dev.dateline.runtime.metrics.Metric;
import java.util.List;

/** The metrics of the console. */
public final class ConsoleMetrics {
    public static final Metric UNREADABLE = new Metric(
            "news.console.unreadable",
            Metric.Kind.COUNTER,
            List.of("topic"),
            "Records that the console could not decode and skipped.");
    public static final Metric READERS = new Metric(
            "news.console.readers", Metric.Kind.GAUGE, List.of(), "Browsers and programs that follow the live feed.");
    public static final Metric CUT_OFF = new Metric(
            "news.console.readers.cut.off",
            Metric.Kind.COUNTER,
            List.of(),
            "Readers of the live feed that were cut off because they did not keep up.");
    public static final Metric LAG_RECORDS = new Metric(
            "news.consumer.lag.records",
            Metric.Kind.GAUGE,
            List.of("group", "topic"),
            "Committed records that a group has not read yet.");
    public static final Metric LAG_SECONDS = new Metric(
            "news.consumer.lag.seconds",
            Metric.Kind.GAUGE,
            List.of("group", "topic"),
            "For how long the oldest record that a group has not read has been there, as far as this console has seen.");
    public static final Metric LEDGER_CHECKED = new Metric(
            "news.ledger.checked",
            Metric.Kind.COUNTER,
            List.of("stage"),
            "Committed records of a stage's input that have their trace: kept, dropped or dead-lettered.");
    public static final Metric LEDGER_DIFFERENCES = new Metric(
            "news.ledger.differences",
            Metric.Kind.COUNTER,
            List.of("stage", "kind"),
            "Where in = kept + dropped + dead fails, by committed records: missing, records that a stage has gone past without a trace;"
                    + " surplus, traces of no record or a second one of the same.");
    public static final List<Metric> ALL =
            List.of(UNREADABLE, READERS, CUT_OFF, LAG_RECORDS, LAG_SECONDS, LEDGER_CHECKED, LEDGER_DIFFERENCES);

    private ConsoleMetrics() {}
}
