package dev.dateline.standalone.demo;

import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.RegionRole;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what a run did: stage by stage, then what came out, then how fast. */
final class DemoReport {
    private static final int MOST = 12;
    private static final long MIB = 1 << 20;

    private final TagLabels labels = TagLabels.load();
    private final Observed observed;
    private final ToLongFunction<String> inputs;
    private final DatabaseCheck database;
    private final Instant started;

    DemoReport(Observed observed, ToLongFunction<String> inputs, DatabaseCheck database, Instant started) {
        this.observed = observed;
        this.inputs = inputs;
        this.database = database;
        this.started = started;
    }

    void print(PrintWriter out) {
        out.printf("%n%-8s %6s %6s %8s %6s%n", "stage", "in", "kept", "dropped", "dead");
        for (var stage : List.of("clean", "dedup", "tag", "route")) {
            var count = observed.stage(stage);
            var dropped =
                    count.dropped().values().stream().mapToLong(Long::longValue).sum();
            var figures = "%-8s %6d %6d %8d %6d   %s"
                    .formatted(
                            stage,
                            inputs.applyAsLong(stage),
                            count.kept(),
                            dropped,
                            count.dead(),
                            remark(stage, count));
            out.println(figures.stripTrailing());
        }
        out.printf(
                "%-8s rows: article %d, article_version %d, duplicate %d, story %d, disposition %d%n",
                "sink",
                database.rows("article"),
                database.rows("article_version"),
                database.rows("duplicate"),
                database.rows("story"),
                database.rows("disposition"));
        out.println();
        out.printf(
                "duplicates  %s%n",
                words(counts(
                        observed.duplicates(),
                        copy -> Stream.of(
                                copy.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ')))));
        out.printf("regions     %s%n", words(counts(observed.enriched(), this::regions)));
        out.printf("themes      %s%n", words(counts(observed.enriched(), this::themes)));
        out.println();
        speed(out);
    }

    private String remark(String stage, StageCount count) {
        var copies = stage.equals("dedup")
                ? Map.of("kept as copies", (long) observed.duplicates().size())
                : Map.<String, Long>of();
        return Stream.of(copies, count.dropped())
                .filter(counts -> !counts.isEmpty())
                .map(DemoReport::words)
                .collect(Collectors.joining(", "));
    }

    private void speed(PrintWriter out) {
        var latencies = observed.latencies();
        var first = observed.firstArticle().orElse(started);
        var seconds = Math.max(0.001, seconds(Duration.between(first, Instant.now())));
        out.printf(
                "speed       %.1f articles/s (the newsroom's own pace), first article after %.1f s%n",
                inputs.applyAsLong("clean") / seconds, seconds(Duration.between(started, first)));
        out.printf(
                "latency     fetched to enriched: p50 %d ms, p95 %d ms, p99 %d ms%n",
                percentile(latencies, 50), percentile(latencies, 95), percentile(latencies, 99));
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        out.printf("heap        %d MiB used, %d MiB reserved%n", heap.getUsed() / MIB, heap.getCommitted() / MIB);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private static long percentile(List<Duration> ascending, int percent) {
        return ascending.isEmpty()
                ? 0
                : ascending.get((ascending.size() - 1) * percent / 100).toMillis();
    }

    private Stream<String> regions(EnrichedArticle article) {
        return article.getRegions().stream()
                .filter(tag -> tag.getRole() == RegionRole.ABOUT)
                .map(tag -> labels.region(tag.getCode()));
    }

    private Stream<String> themes(EnrichedArticle article) {
        return article.getThemes().stream().map(tag -> labels.theme(tag.getCode()));
    }

    private static <T> Map<String, Long> counts(Collection<T> values, Function<T, Stream<String>> words) {
        return values.stream().flatMap(words).collect(Collectors.groupingBy(word -> word, Collectors.counting()));
    }

    private static String words(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
