package dev.dateline.standalone.command;

import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dateline topics list|apply}. */
@Command(
        name = "topics",
        description = "Lists the topics of the catalogue, or creates those that a broker lacks.",
        mixinStandardHelpOptions = true)
public final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "list",
            description = "Prints name, value, partitions and cleanup of every topic of the catalogue; asks no broker.",
            mixinStandardHelpOptions = true)
    void list() {
        TopicCatalogue.load()
                .all()
                .forEach(topic -> spec.commandLine()
                        .getOut()
                        .printf(
                                "%-60s %-18s %3d  %s%n",
                                topic.name(), topic.value(), topic.partitions(), topic.cleanup()));
    }

    @Command(
            name = "apply",
            description = "Creates the topics that are missing; changes and deletes none.",
            mixinStandardHelpOptions = true)
    int apply(@Mixin SettingsOptions options) throws StartException, InterruptedException {
        var settings = options.load(KafkaSettings.ALL);
        var created = new TopicProvisioner(settings).apply(TopicCatalogue.load());
        created.forEach(name -> spec.commandLine().getOut().println("created " + name));
        spec.commandLine().getOut().println(created.size() + " topics created");
        return 0;
    }
}
