package dev.dateline.standalone.taxonomy;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.standalone.command.Since;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline taxonomy diff}: what a folder would change; nothing is written. */
@Command(
        name = "diff",
        description = "Shows what a folder would change beside what is in force, on a sample of stored articles.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private static final int MOST = 5_000;

    @Parameters(paramLabel = "DIR", description = "Folder with themes/*.yaml and groups/*.yaml.")
    private Path folder;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Articles to compare, the newest (default: ${DEFAULT-VALUE}; at most 5000).")
    private int sample = 500;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            description = "Articles taken in since that long ago (default: ${DEFAULT-VALUE}).")
    private String since = "7d";

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        if (sample < 1 || sample > MOST) {
            throw new StartException("--sample " + sample, "is not between 1 and " + MOST, "Give a smaller number.");
        }
        var start = Since.ago("--since", since);
        var next = TaxonomyFolder.check(folder).tagger();
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        TopicCheck.of(kafka, kafka.topics().enriched()).verify();
        var running = Tagger.load(TaxonomyInForce.read(kafka));
        var out = spec.commandLine().getOut();
        out.printf("in force: %s%n", running.taxonomyVersion());
        DefinitionChanges.between(running, next).print(out);
        var articles = new StoredArticles(kafka).newest(sample, start);
        out.printf("%nsample: %d articles of the last %s%n", articles.size(), since);
        TagChanges.of(articles, running, next).print(out);
        out.flush();
        return 0;
    }
}
