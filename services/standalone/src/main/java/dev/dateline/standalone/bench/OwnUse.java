package dev.dateline.standalone.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What this JVM uses; its threads are told apart by the names that Kafka's clients give them. */
final class OwnUse {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    /** The word of a stage stands behind the prefix of our applications, in the name of a thread or of the client that it works for. */
    private static final Pattern STAGE = Pattern.compile("dateline-([a-z]+)|^(sink)$|^(fetch)");

    private static final String OTHERS = "others";
    private static final double NANOS = 1e9;

    private OwnUse() {}

    static Snapshot now() {
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        var collecting = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(collector -> collector.getCollectionTime())
                .sum();
        return new Snapshot(stages(), cpu(), collecting / 1e3, memory.getUsed(), rss());
    }

    /** Gives the CPU seconds of this process. */
    static double cpu() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / NANOS;
    }

    private static Map<String, Double> stages() {
        var threads = ManagementFactory.getThreadMXBean();
        var stages = new TreeMap<String, Double>();
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null) {
                double seconds = Math.max(0, threads.getThreadCpuTime(info.getThreadId())) / NANOS;
                stages.merge(stage(info.getThreadName()), seconds, Double::sum);
            }
        }
        return stages;
    }

    /** Gives the part of the pipeline that a thread works for. */
    static String stage(String thread) {
        var name = STAGE.matcher(thread);
        if (!name.find()) {
            return OTHERS;
        }
        if (name.group(3) != null) {
            return Instance.FETCHER;
        }
        return name.group(1) == null ? name.group(2) : name.group(1);
    }

    private static long rss() {
        if (!Files.isReadable(STATUS)) {
            return 0;
        }
        try {
            var rss = RSS.matcher(Files.readString(STATUS));
            return rss.find() ? Long.parseLong(rss.group(1)) << 10 : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
