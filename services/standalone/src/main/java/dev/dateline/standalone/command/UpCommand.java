package dev.dateline.standalone.command;

import dev.dateline.fetcher.FetcherConfig;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.fetcher.sources.SourcesFile;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.standalone.Standalone;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dateline up}: everything in one JVM, on sources of one's own. */
@Command(
        name = "up",
        description = "Runs everything in one JVM, with an embedded broker and database, on sources of your own.",
        mixinStandardHelpOptions = true)
public final class UpCommand implements Callable<Integer> {
    @Option(names = "--sources", required = true, paramLabel = "FILE", description = "YAML file of sources to poll.")
    private Path sources;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of all state; the next start goes on with it (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("data");

    @Option(
            names = "--allow-loopback",
            description = "Lets the fetcher ask this machine: for trials with a local site only.")
    private boolean allowLoopback;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException, InterruptedException {
        var wanted = SourcesFile.read(sources);
        Map<Setting<?>, String> defaults = allowLoopback ? Map.of(FetcherConfig.ALLOW_LOOPBACK, "true") : Map.of();
        try (var standalone = Standalone.start(data, options, defaults)) {
            var out = spec.commandLine().getOut();
            new SourcePublisher(standalone.kafka())
                    .publishOnly(wanted)
                    .forEach(id -> out.printf("Source %s is no longer in %s: it is polled no more.%n", id, sources));
            standalone.greet(out);
            return ServiceRunner.waitForEnd(standalone.program());
        }
    }
}
