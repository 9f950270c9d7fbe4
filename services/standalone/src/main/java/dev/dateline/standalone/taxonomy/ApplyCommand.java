package dev.dateline.standalone.taxonomy;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.pipeline.tag.file.OwnTaxonomy;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.tagger.taxonomy.TaxonomyPublisher;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline taxonomy apply}: puts a folder in force; running taggers take it up within a second. */
@Command(
        name = "apply",
        description = "Checks a folder and puts it in force; running taggers take it up without a restart.",
        mixinStandardHelpOptions = true,
        footer = {"", "What is stored already keeps its tags until: dateline retag"})
final class ApplyCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", arity = "0..1", description = "Folder with themes/*.yaml and groups/*.yaml.")
    private @Nullable Path folder;

    @Option(names = "--shipped", description = "Returns to the shipped themes and groups alone, instead of a folder.")
    private boolean shipped;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        var taxonomy = taxonomy();
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        TopicCheck.of(kafka, kafka.topics().taxonomy()).verify();
        var applied = new TaxonomyPublisher(kafka)
                .apply(taxonomy, Clock.systemUTC().instant(), Tagger.load().taxonomyVersion());
        var out = spec.commandLine().getOut();
        applied.ifPresentOrElse(
                version -> out.printf(
                        "version %s is in force (%d files)%n",
                        version, taxonomy.files().size()),
                () -> out.println("this content is in force already; nothing was written"));
        out.flush();
        return 0;
    }

    private OwnTaxonomy taxonomy() throws StartException {
        if (folder != null && !shipped) {
            return TaxonomyFolder.check(folder).taxonomy();
        }
        if (folder == null && shipped) {
            return OwnTaxonomy.NONE;
        }
        throw new StartException("taxonomy apply", "needs a folder or --shipped", "Give one of the two.");
    }
}
