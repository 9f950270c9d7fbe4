package dev.dateline.standalone.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Program;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.standalone.Services;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Every stage in a program of its own, which answers each line of its standard input with a {@link Snapshot} as a line of JSON, and
 * ends with its input. Its arguments are settings, and {@value #FETCHER} if it is to fetch.
 */
public final class Instance {
    /** What needs no site to ask and nobody to look. */
    private static final Set<String> STAGES = Set.of("sink", "router", "tagger", "deduplicator", "cleaner");

    /** The argument that has it fetch, too. */
    static final String FETCHER = "fetcher";

    /** The line that asks for a snapshot without garbage in the heap. */
    static final String SETTLED = "settled";

    private static final int LOOK_MILLIS = 20;

    private Instance() {}

    private static List<ServiceDefinition> definitions(boolean isFetching) {
        return Services.ALL.stream()
                .filter(definition -> STAGES.contains(definition.name())
                        || (isFetching && definition.name().equals(FETCHER)))
                .toList();
    }

    public static void main(String[] args) throws Exception {
        var loader = new SettingsLoader(Services.settings());
        var arguments = new ArrayList<>(List.of(args));
        var isFetching = arguments.remove(FETCHER);
        for (var setting : arguments) {
            var at = setting.indexOf('=');
            loader.set(setting.substring(0, at), setting.substring(at + 1));
        }
        var settings = loader.load();
        try (var metrics = new Metrics(PipelineMetrics.FILTERS);
                var program = new Program()) {
            var services = new ArrayList<Service>();
            for (var definition : definitions(isFetching)) {
                services.add(definition.factory().create(new Environment(settings, metrics.registry())));
            }
            program.start(services);
            while (!services.stream().allMatch(service -> service.health().state() == Health.State.UP)) {
                Thread.sleep(LOOK_MILLIS);
            }
            answer();
        }
        System.exit(0);
    }

    private static void answer() throws Exception {
        var json = new ObjectMapper();
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(json.writeValueAsString(OwnUse.now()));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.equals(SETTLED)) {
                System.gc();
            }
            System.out.println(json.writeValueAsString(OwnUse.now()));
        }
    }
}
