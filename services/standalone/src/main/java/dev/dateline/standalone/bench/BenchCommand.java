package dev.dateline.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.dateline.standalone.bench.Bench.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code dateline bench}: how fast everything together is on this machine, beside what it cannot be faster than. */
@Command(
        name = "bench",
        description =
                "Measures the whole pipeline on this machine, on pages made for it: speed, latency, CPU by stage, memory.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Pages are made first and lie in the raw topic when the pipeline starts. The same run measures Jsoup.parse alone, a Streams",
            "application that passes the pages through, and PostgreSQL's COPY. Needs about 150 KB of disk an article."
        })
public final class BenchCommand implements Callable<Integer> {
    private static final int WARM_UP_SHARE = 3;

    @Option(
            names = "--articles",
            paramLabel = "N",
            defaultValue = "12000",
            description = "Articles at full speed, the first third to warm up (default: ${DEFAULT-VALUE}).")
    private int articles;

    @Option(names = "--warm-up", paramLabel = "N", description = "Articles that warm up (default: a third of all).")
    private @Nullable Integer warmUp;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "0",
            description = "Articles a second while latency is measured (default: half of the full speed).")
    private double rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "How long latency is measured (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--instances",
            paramLabel = "N",
            defaultValue = "1",
            description = "Programs that share the work, each with every stage (default: ${DEFAULT-VALUE}).")
    private int instances;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of each topic (default: as many as instances; 'dateline up' has 1).")
    private @Nullable Integer partitions;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Other pages for another number.")
    private long seed;

    @Option(
            names = "--from-web",
            description = "Has the pages fetched from sites of this machine, rather than lie in the raw topic.")
    private boolean web;

    @Option(
            names = "--profile",
            paramLabel = "FILE",
            description = "Has the first instance record itself (JDK Flight Recorder), and says where the time goes.")
    private @Nullable Path profile;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON, too.")
    private @Nullable Path json;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draws them, as SVG.")
    private @Nullable Path plot;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Sets one setting of the instances. Repeatable.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        var plan = new Plan(
                articles,
                warmUp == null ? articles / WARM_UP_SHARE : warmUp,
                rate,
                seconds,
                instances,
                partitions == null ? instances : partitions,
                seed,
                web);
        refuseNonsense(plan);
        var out = spec.commandLine().getOut();
        var folder = Files.createTempDirectory("dateline-bench");
        try {
            var figures = Bench.run(plan, folder, settings, profile, out);
            new FigureText(figures, out).print();
            if (profile != null) {
                HotMethods.of(profile).print(out);
            }
            if (json != null) {
                new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(json.toFile(), figures);
            }
            if (plot != null) {
                new FigurePlot(figures).write(plot);
            }
            return 0;
        } finally {
            delete(folder);
        }
    }

    private void refuseNonsense(Plan plan) {
        if (plan.warmUp() < 0 || plan.articles() - plan.warmUp() < 300) {
            throw new ParameterException(
                    spec.commandLine(), "Give at least 300 articles more than those that warm up.");
        }
        if (plan.web() && plan.articles() > LocalSites.MOST) {
            throw new ParameterException(
                    spec.commandLine(), "Give at most " + LocalSites.MOST + " articles that come from the web.");
        }
        if (plan.instances() < 1 || plan.instances() > 4 || plan.seconds() < 1) {
            throw new ParameterException(
                    spec.commandLine(), "Give 1 to 4 instances and at least one second for the latency.");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
