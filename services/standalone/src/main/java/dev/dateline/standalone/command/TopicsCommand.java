package dev.dateline.standalone.command;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.operate.RouteDesk;
import dev.dateline.kafka.serde.SchemaRegistry;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.standalone.KafkaUsers;
import dev.dateline.standalone.keep.OperatorTopics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline topics list|apply|rights|save|restore}. */
@Command(
        name = "topics",
        description =
                "Lists the topics of the catalogue and who needs which rights to them, creates those that a broker lacks, saves and restores what"
                        + " operators wrote.",
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
            description =
                    "Registers the schemas where there is a registry, and creates the topics that are missing; changes and deletes none.",
            mixinStandardHelpOptions = true)
    int apply(@Mixin SettingsOptions options) throws StartException, InterruptedException {
        var settings = options.load(KafkaSettings.ALL);
        var created = new ArrayList<>(new TopicProvisioner(settings).apply(TopicCatalogue.load()));
        created.addAll(applyRoutes(settings));
        print(created);
        var out = spec.commandLine().getOut();
        out.println(created.size() + " topics created");
        var registry = settings.get(KafkaSettings.SCHEMA_REGISTRY);
        if (!registry.isEmpty()) {
            out.println("schemas registered at " + registry + ", which holds them to " + SchemaRegistry.COMPATIBILITY);
        }
        return 0;
    }

    @Command(
            name = "rights",
            description =
                    "Prints the commands that give each program the rights in Kafka that it needs; asks no broker.",
            mixinStandardHelpOptions = true)
    void rights() throws StartException {
        var out = spec.commandLine().getOut();
        KafkaUsers.all()
                .forEach((program, rights) -> rights.forEach(
                        right -> out.println(KafkaUsers.command(StreamsSettings.APPLICATION_PREFIX + program, right))));
    }

    /** The topics of routes that people made: a cluster that was made anew has the routes back before them. */
    private static List<String> applyRoutes(Settings settings) throws StartException, InterruptedException {
        var kafka = KafkaConnection.from(settings);
        return new TopicProvisioner(settings)
                .apply(new RouteDesk(kafka)
                        .routes().keySet().stream()
                                .map(name -> kafka.topics().ownRoute(name).spec())
                                .toList());
    }

    private void print(List<String> created) {
        created.forEach(name -> spec.commandLine().getOut().println("created " + name));
    }

    @Command(
            name = "save",
            description =
                    "Writes what operators wrote (sources, takedowns, taxonomy, routes, audit) to a file for each topic.",
            mixinStandardHelpOptions = true)
    int save(
            @Parameters(paramLabel = "DIR", description = "Folder of the files; made if it is not there.") Path folder,
            @Mixin SettingsOptions options)
            throws StartException, IOException {
        print(operatorTopics(options).save(folder), "saved");
        return 0;
    }

    @Command(
            name = "restore",
            description =
                    "Puts saved sources, takedowns, taxonomy and routes into topics that are empty; leaves those that have them.",
            mixinStandardHelpOptions = true)
    int restore(
            @Parameters(paramLabel = "DIR", description = "Folder that 'save' has written.") Path folder,
            @Mixin SettingsOptions options)
            throws StartException, IOException, InterruptedException {
        print(operatorTopics(options).restore(folder), "restored");
        print(applyRoutes(options.load(KafkaSettings.ALL)));
        return 0;
    }

    private static OperatorTopics operatorTopics(SettingsOptions options) throws StartException {
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        var topics = kafka.topics();
        TopicCheck.of(kafka, topics.source(), topics.takedown(), topics.taxonomy(), topics.route(), topics.audit())
                .verify();
        return new OperatorTopics(kafka);
    }

    private void print(Map<String, Integer> counts, String done) {
        counts.forEach((topic, count) -> spec.commandLine().getOut().printf("%6d %s %s%n", count, done, topic));
    }
}
