package dev.dateline.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * CPU seconds of this JVM at one moment. Threads that have ended are only in the whole.
 *
 * @param named of the live threads whose name begins as asked
 * @param java of all live Java threads
 * @param all of the process, with compiling and collecting
 */
record CpuOfThreads(double named, double java, double all) {
    private static final double NANOS = 1e9;

    static CpuOfThreads now(String prefix) {
        var threads = ManagementFactory.getThreadMXBean();
        double named = 0;
        double java = 0;
        for (var info : threads.getThreadInfo(threads.getAllThreadIds())) {
            double seconds = info == null ? 0 : Math.max(0, threads.getThreadCpuTime(info.getThreadId())) / NANOS;
            java += seconds;
            named += info != null && info.getThreadName().startsWith(prefix) ? seconds : 0;
        }
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new CpuOfThreads(named, java, system.getProcessCpuTime() / NANOS);
    }

    CpuOfThreads since(CpuOfThreads before) {
        return new CpuOfThreads(named - before.named, java - before.java, all - before.all);
    }

    /** In milliseconds for each of so many. */
    CpuOfThreads each(int many) {
        double scale = 1_000.0 / many;
        return new CpuOfThreads(named * scale, java * scale, all * scale);
    }
}
