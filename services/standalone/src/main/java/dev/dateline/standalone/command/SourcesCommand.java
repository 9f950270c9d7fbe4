package dev.dateline.standalone.command;

import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.fetcher.sources.SourcesFile;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.operate.TrialDesk;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.SourceKind;
import dev.dateline.standalone.operate.Orders;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline sources}: tells the fetchers of a cluster what to poll, and asks them what a poll would give. */
@Command(name = "sources", description = "Names the sources to poll, and tests them.", mixinStandardHelpOptions = true)
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
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        TopicCheck.of(kafka.properties(), kafka.topics().source()).verify();
        new SourcePublisher(kafka).publish(sources);
        spec.commandLine().getOut().printf("%d sources imported%n", sources.size());
        return 0;
    }

    @Command(
            name = "test",
            description = "Shows what a poll would give, item by item. A fetcher asks; nothing is published.",
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "URL|ID", description = "A source by its id, or any address.") String subject,
            @Option(names = "--kind", defaultValue = "FEED", description = "How an address is read: FEED or SITEMAP.")
                    SourceKind kind,
            @Option(
                            names = "--wait",
                            paramLabel = "SECONDS",
                            defaultValue = "120",
                            description = "How long an answer is waited for.")
                    int seconds,
            @Mixin SettingsOptions options)
            throws StartException {
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        var topics = kafka.topics();
        TopicCheck.of(kafka.properties(), topics.source(), topics.sourceCommand(), topics.sourceTrial(), topics.audit())
                .verify();
        var desk = new TrialDesk(kafka);
        var order = Orders.of(null, true);
        var ticket = subject.contains("://")
                ? desk.testAddress(subject, kind, order)
                : desk.test(subject, order)
                        .orElseThrow(() ->
                                new StartException(subject, "is no source", "Give the id of a source, or an address."));
        var trial = desk.await(ticket, Duration.ofSeconds(seconds))
                .orElseThrow(() -> new StartException(
                        subject,
                        "has no answer after " + seconds + " s",
                        "Does a fetcher run? A host may have to be waited for."));
        TrialText.print(trial, spec.commandLine().getOut());
        return trial.getProblem() == null ? 0 : 1;
    }
}
