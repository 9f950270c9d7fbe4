package dev.dateline.standalone;

import dev.dateline.runtime.metrics.Metric;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.File;
import java.util.List;

/** What only the program with a data folder of its own shows: how much room that has. A cluster's disks are node_exporter's. */
final class StandaloneMetrics {
    static final Metric DISK_FREE = new Metric(
            "news.disk.free.bytes",
            Metric.Kind.GAUGE,
            List.of(),
            "Bytes that this user can still write to the disk of the data folder; of the standalone program only.");
    static final Metric DISK_SIZE = new Metric(
            "news.disk.size.bytes",
            Metric.Kind.GAUGE,
            List.of(),
            "Size of the disk of the data folder, in bytes; of the standalone program only.");
    static final List<Metric> ALL = List.of(DISK_FREE, DISK_SIZE);

    private StandaloneMetrics() {}

    /** Shows the disk of a folder; the folder's name must be held by someone else for as long. */
    static void watch(File data, MeterRegistry meters) {
        DISK_FREE.gauge(meters, data, File::getUsableSpace);
        DISK_SIZE.gauge(meters, data, File::getTotalSpace);
    }
}
