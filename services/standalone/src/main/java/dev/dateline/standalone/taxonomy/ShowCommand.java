package dev.dateline.standalone.taxonomy;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dateline taxonomy show}: what is in force. */
@Command(
        name = "show",
        description = "Shows the version in force, its files, and what they add to the shipped themes and groups.",
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        var taxonomy = TaxonomyInForce.read(kafka);
        var tagger = Tagger.load(taxonomy);
        var out = spec.commandLine().getOut();
        out.printf("version %s%n", tagger.taxonomyVersion());
        taxonomy.files()
                .forEach(file -> out.printf(
                        "file    %s (%d characters)%n", file.name(), file.text().length()));
        DefinitionChanges.between(Tagger.load(), tagger).print(out);
        out.flush();
        return 0;
    }
}
