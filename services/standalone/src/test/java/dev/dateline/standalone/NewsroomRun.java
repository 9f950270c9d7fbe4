package dev.dateline.standalone;

import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.demo.DemoRun;
import dev.dateline.standalone.demo.DemoSettings;
import dev.dateline.standalone.newsroom.NewsroomServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine;

/** The standalone program on the sample newsroom, for tests to work with. */
final class NewsroomRun implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    final NewsroomServer newsroom;
    final Standalone standalone;

    NewsroomRun(Path folder) throws Exception {
        newsroom = GrownNewsroom.start();
        standalone = Standalone.start(folder, options("--set", "console.port=0"), DemoSettings.DEFAULTS);
        new SourcePublisher(standalone.kafka()).publish(newsroom.sources());
    }

    /** Options as a command line would give them. */
    static SettingsOptions options(String... arguments) {
        var options = new SettingsOptions();
        CommandLine.populateCommand(options, arguments);
        return options;
    }

    /** Waits until all is told and stored; gives the report, which ends with what is wrong. */
    String finish() throws InterruptedException {
        var report = new StringWriter();
        var databaseUrl = standalone.settings().get(SinkConfig.URL);
        try (var run = new DemoRun(standalone.kafka(), newsroom, databaseUrl, Instant.now())) {
            run.finish(TIMEOUT, new PrintWriter(report));
        }
        return report.toString();
    }

    @Override
    public void close() {
        standalone.close();
        newsroom.close();
    }
}
