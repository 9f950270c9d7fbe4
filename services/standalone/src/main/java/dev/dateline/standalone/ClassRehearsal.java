package dev.dateline.standalone;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.standalone.demo.DemoSettings;
import dev.dateline.standalone.newsroom.Newsroom;
import dev.dateline.standalone.newsroom.NewsroomServer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.TimeUnit;

/**
 * Runs everything for a moment and ends: a JVM that is told so ({@code -XX:ArchiveClassesAtExit}) keeps what it loaded in a file, and
 * those after it begin with that. The launcher does so once for each build.
 */
public final class ClassRehearsal {
    private static final int SECONDS = 3;

    private ClassRehearsal() {}

    /** Runs in a folder, which is left behind. */
    public static void main(String[] args) throws Exception {
        var settings = new HashMap<>(DemoSettings.DEFAULTS);
        settings.put(ConsoleConfig.PORT, "0");
        try (var newsroom = NewsroomServer.start(Newsroom.load(), 0, NewsroomServer.QUICK);
                var standalone = Standalone.start(Path.of(args[0]), new SettingsOptions(), settings)) {
            new SourcePublisher(standalone.kafka()).publish(newsroom.sources());
            TimeUnit.SECONDS.sleep(SECONDS);
        }
        System.exit(0);
    }
}
