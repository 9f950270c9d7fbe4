package dev.dateline.standalone.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Where the time goes, by the recording that a JVM made of itself (JDK Flight Recorder). */
final class HotMethods {
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final String OURS = "dev.dateline.";
    private static final int MOST = 15;

    private final Map<String, Integer> hottest = new HashMap<>();
    private final Map<String, Integer> ours = new HashMap<>();
    private int samples;

    private HotMethods() {}

    static HotMethods of(Path recording) throws IOException {
        var methods = new HotMethods();
        try (var events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                var event = events.readEvent();
                if (event.getEventType().getName().equals(SAMPLE)) {
                    methods.count(event);
                }
            }
        }
        return methods;
    }

    private void count(RecordedEvent sample) {
        var stack = sample.getStackTrace();
        var thread = sample.getThread("sampledThread");
        if (stack == null || stack.getFrames().isEmpty() || thread == null || thread.getJavaName() == null) {
            return;
        }
        samples++;
        var stage = OwnUse.stage(thread.getJavaName());
        var frames = stack.getFrames().stream()
                .map(frame -> frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName())
                .toList();
        hottest.merge(stage + "  " + frames.get(0), 1, Integer::sum);
        frames.stream()
                .filter(method -> method.startsWith(OURS))
                .findFirst()
                .ifPresent(method -> ours.merge(stage + "  " + method.substring(OURS.length()), 1, Integer::sum));
    }

    /** Prints which methods were running most often, and which of ours had called them. */
    void print(PrintWriter out) {
        print(out, "running", hottest);
        print(out, "of ours, running or waiting for what it called", ours);
        out.flush();
    }

    private void print(PrintWriter out, String what, Map<String, Integer> counts) {
        out.printf(Locale.ROOT, "%nshare of %,d samples, by part: %s%n", samples, what);
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST)
                .forEach(method -> out.printf(
                        Locale.ROOT, "%5.1f %%  %s%n", 100.0 * method.getValue() / samples, method.getKey()));
    }
}
