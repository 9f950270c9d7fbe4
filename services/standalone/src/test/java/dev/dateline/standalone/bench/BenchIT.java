package dev.dateline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.standalone.DatelineMain;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark runs to its end; how fast, it says itself on a machine that does nothing else. */
@Tag("slow")
class BenchIT {
    @TempDir
    Path folder;

    @Test
    void shouldMeasureEverythingWithTwoInstances() throws Exception {
        var json = folder.resolve("bench.json");
        var plot = folder.resolve("bench.svg");

        var out = bench("--articles 900 --seconds 5 --rate 20 --instances 2 --json " + json + " --plot " + plot);

        var figures = new ObjectMapper().readTree(json.toFile());
        assertThat(figures.at("/whole/speed/perSecond").doubleValue()).isPositive();
        assertThat(figures.at("/whole/instances/stages").fieldNames())
                .toIterable()
                .contains("clean", "dedup", "tag", "route", "sink");
        assertThat(figures.at("/latency/p99").doubleValue())
                .isGreaterThanOrEqualTo(figures.at("/latency/p50").doubleValue());
        assertThat(figures.at("/references/copy/perSecond").doubleValue()).isPositive();
        assertThat(Files.readString(plot)).startsWith("<svg").endsWith("</svg>\n");
        assertThat(out).contains("the whole pipeline").contains("of Jsoup.parse alone");
    }

    @Test
    void shouldMeasureFromTheWebAndSayWhereTheTimeGoes() {
        var out = bench("--articles 600 --seconds 2 --rate 20 --from-web --profile " + folder.resolve("bench.jfr"));

        assertThat(out)
                .contains("the whole pipeline, from HTTP")
                .containsPattern("fetcher +\\d")
                .containsPattern("% {2}clean {2}org.jsoup|% {2}clean {2}pipeline");
    }

    /** Gives what it prints. */
    private static String bench(String arguments) {
        var out = new StringWriter();
        var code = DatelineMain.commandLine().setOut(new PrintWriter(out)).execute(("bench " + arguments).split(" "));
        assertThat(code).as(out.toString()).isZero();
        return out.toString();
    }
}
