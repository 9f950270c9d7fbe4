package dev.dateline.standalone.command;

import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.Standalone;
import dev.dateline.standalone.demo.DemoRun;
import dev.dateline.standalone.demo.DemoSettings;
import dev.dateline.standalone.newsroom.Newsroom;
import dev.dateline.standalone.newsroom.NewsroomServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dateline demo}: everything in one JVM on the bundled sample newsroom, offline. */
@Command(
        name = "demo",
        description = "Runs everything in one JVM on a bundled sample newsroom, offline. Ctrl-C ends it.",
        mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    @Option(
            names = "--until-done",
            description =
                    "Runs to the end, holds Kafka and PostgreSQL against the truth, prints a table; exit code 0 only if all is right.")
    private boolean untilDone;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Keeps all state in this folder (default: a temporary one).")
    private @Nullable Path data;

    @Option(
            names = "--newsroom-port",
            paramLabel = "PORT",
            description = "Port of the newsroom's web sites (default: a free one).")
    private int newsroomPort;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException, InterruptedException, IOException {
        var started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
        try (var folder = DataFolder.of(data);
                var newsroom = open();
                var standalone = Standalone.start(folder.path(), options, DemoSettings.DEFAULTS)) {
            new SourcePublisher(standalone.kafka()).publish(newsroom.sources());
            var out = spec.commandLine().getOut();
            greet(out, standalone, newsroom);
            if (!untilDone) {
                return ServiceRunner.waitForEnd(standalone.program());
            }
            var databaseUrl = standalone.settings().get(SinkConfig.URL);
            try (var run = new DemoRun(standalone.kafka(), newsroom, databaseUrl, started)) {
                return run.finish(TIMEOUT, out) ? 0 : ServiceRunner.FAILED;
            }
        }
    }

    private NewsroomServer open() throws StartException {
        try {
            return NewsroomServer.start(
                    Newsroom.load(), newsroomPort, untilDone ? NewsroomServer.QUICK : NewsroomServer.READABLE);
        } catch (IOException e) {
            throw new StartException(
                    "--newsroom-port " + newsroomPort, "is taken", "Give another port, or none to take a free one.");
        }
    }

    private static void greet(PrintWriter out, Standalone standalone, NewsroomServer newsroom) {
        out.println("Dateline runs: the sample newsroom is read, cleaned, compared, tagged, routed and stored.");
        out.printf(
                "  Newsroom   %d outlets, such as %s%n",
                newsroom.sources().size(), newsroom.sources().get(0).getUrl());
        standalone.greet(out);
    }
}
