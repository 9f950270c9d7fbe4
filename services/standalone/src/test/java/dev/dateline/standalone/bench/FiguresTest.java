package dev.dateline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.standalone.bench.Bench.Plan;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiguresTest {
    private static final Speed WHOLE = Speed.of(2_000, 2_000 << 20, 20, 16);
    private static final Speed PARSE = Speed.of(10_000, 10_000, 10, 10);
    private static final Snapshot USED = new Snapshot(Map.of("clean", 4.0, "tag", 2.0), 10, 1, 50 << 20, 300 << 20);

    private final Figures figures = new Figures(
            new Machine("Linux amd64", "a processor", 2, "17", 0.5),
            new Plan(3_000, 1_000, 0, 60, 1, 1, 1, false),
            1 << 20,
            5.5,
            new Figures.Whole(WHOLE, 2_000, USED, 4, 2),
            new Figures.Latency(50, 0.3, 0.5, 0.7, 0.9),
            new Figures.References(PARSE, PARSE, PARSE),
            new Figures.Held(50 << 20, 300 << 20, 1 << 20, 2 << 20, 3 << 20),
            List.of(2_700L, 2_800L, 200L),
            // one article costs 8 ms at first and 16 ms from the second thousand on
            IntStream.rangeClosed(0, 30)
                    .mapToObj(i -> new Sample(i, i * 100L, i * 0.8 + Math.max(0, i - 20) * 0.8))
                    .toList());

    @Test
    void shouldCompareByTheClockAndByCpuTime() {
        assertThat(figures.ratio()).isCloseTo(0.1, within(1e-9));
        assertThat(figures.cpuRatio()).isCloseTo(0.125, within(1e-9));
    }

    @Test
    void shouldSayWhereTheTimeGoes() {
        assertThat(Breakdown.of(figures.whole()))
                .containsEntry("clean", 2.0)
                .containsEntry("compiler and native threads", 1.5)
                .containsEntry("broker", 2.0)
                .containsEntry("PostgreSQL", 1.0);
    }

    @Test
    void shouldNoticeThatArticlesBecomeDearer() {
        assertThat(Windows.growth(figures)).isBetween(1.8, 2.1);
        assertThat(Windows.of(figures)).hasSize(10);
    }

    @Test
    void shouldPrintATableAndDrawAPlot(@TempDir Path folder) throws Exception {
        var out = new StringWriter();
        new FigureText(figures, new PrintWriter(out)).print();
        assertThat(out.toString())
                .contains(
                        "the whole pipeline",
                        "p50 300 ms",
                        "of Jsoup.parse alone: 0.100 by the clock, 0.125 by CPU time");

        var plot = folder.resolve("plot.svg");
        new FigurePlot(figures).write(plot);
        assertThat(Files.readString(plot)).contains("<polyline", "PostgreSQL").endsWith("</svg>\n");
    }
}
