package dev.dateline.standalone.command;

import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.fetcher.sources.SourcesFile;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline sources import}: tells the fetchers of a cluster what to poll. */
@Command(name = "sources", description = "Names the sources to poll.", mixinStandardHelpOptions = true)
public final class SourcesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "import",
            description = "Adds the sources of a file, or changes them; others stay as they are.",
            mixinStandardHelpOptions = true)
    int importFile(
            @Parameters(paramLabel = "FILE", description = "YAML file of sources, as for 'up'.") Path file,
            @Mixin SettingsOptions options)
            throws StartException, InterruptedException {
        var sources = SourcesFile.read(file);
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL, Map.of()));
        TopicCheck.of(kafka.properties(), kafka.topics().source()).verify();
        new SourcePublisher(kafka).publish(sources);
        spec.commandLine().getOut().printf("%d sources imported%n", sources.size());
        return 0;
    }
}
