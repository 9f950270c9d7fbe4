package dev.dateline.standalone.bench;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;

/** Prints figures as a table that people read. */
final class FigureText {
    private static final double MEGABYTE = 1 << 20;

    private final PrintWriter out;
    private final Figures figures;

    FigureText(Figures figures, PrintWriter out) {
        this.figures = figures;
        this.out = out;
    }

    void print() {
        var machine = figures.machine();
        line("");
        line(
                "%s, %s, %d cores, Java %s; load %.1f when it began",
                machine.system(), machine.processor(), machine.cores(), machine.java(), machine.load());
        line(
                "%,d pages of %.0f KB on average, %d instance(s), %d partition(s), ready after %.1f s",
                figures.plan().articles(),
                figures.pageBytes() / 1024,
                figures.plan().instances(),
                figures.plan().partitions(),
                figures.readyAfter());
        speeds();
        latency();
        stages();
        held();
        line("");
        line("of Jsoup.parse alone: %.3f by the clock, %.3f by CPU time", figures.ratio(), figures.cpuRatio());
        line("cost of an article at the end against the beginning: %.2f", Windows.growth(figures));
        out.flush();
    }

    private void speeds() {
        var references = figures.references();
        line("");
        line("%-34s %12s %10s %14s", "", "a second", "MB/s", "CPU ms each");
        speed(
                figures.plan().web() ? "the whole pipeline, from HTTP" : "the whole pipeline",
                figures.whole().speed());
        speed("Jsoup.parse alone, all cores", references.parse());
        speed("Streams that passes pages through", references.pass());
        speed("COPY of the articles", references.copy());
    }

    private void speed(String what, Speed speed) {
        line("%-34s %,12.0f %,10.1f %14.2f", what, speed.perSecond(), speed.megabytes(), speed.cpuMillis());
    }

    private void latency() {
        var latency = figures.latency();
        line("");
        line(
                "fetched to stored at %.0f a second: p50 %.0f ms, p95 %.0f ms, p99 %.0f ms, longest %.0f ms",
                latency.perSecond(),
                latency.p50() * 1e3,
                latency.p95() * 1e3,
                latency.p99() * 1e3,
                latency.longest() * 1e3);
    }

    private void stages() {
        var whole = figures.whole();
        line("");
        line("%-34s %14s", "CPU by part", "ms an article");
        Breakdown.of(whole).entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(part -> line("%-34s %14.2f", part.getKey(), part.getValue()));
    }

    private void held() {
        var held = figures.held();
        line("");
        line(
                "instances: heap %.0f MB, RSS %.0f MB, local state %.0f MB; broker's log %.0f MB; database %.0f MB",
                held.heap() / MEGABYTE,
                held.rss() / MEGABYTE,
                held.state() / MEGABYTE,
                held.log() / MEGABYTE,
                held.database() / MEGABYTE);
        line(
                "stored: %,d articles, %,d versions, %,d copies",
                figures.stored().get(0),
                figures.stored().get(1),
                figures.stored().get(2));
    }

    private void line(String text, Object... values) {
        out.println(String.format(Locale.ROOT, text, values));
    }
}
