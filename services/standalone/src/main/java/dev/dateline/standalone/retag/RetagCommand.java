package dev.dateline.standalone.retag;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.tag.ArticleRetagger;
import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.standalone.command.Since;
import dev.dateline.standalone.retag.PartitionRetag.Job;
import dev.dateline.standalone.taxonomy.TagChanges;
import dev.dateline.standalone.taxonomy.TaxonomyInForce;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dateline retag}: gives the stored articles the tags of the taxonomy in force. */
@Command(
        name = "retag",
        description = "Tags the stored articles again by the taxonomy in force, beside the running taggers.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Only articles whose tags change are written, as events of type retagged. A run that was stopped goes on where it was.",
            "Exit codes: 0 done, 1 stopped or some article failed, 2 cannot start (what to mend is printed)."
        })
public final class RetagCommand implements Callable<Integer> {
    @Option(
            names = "--since",
            paramLabel = "DURATION",
            description = "Only articles taken in since that long ago (1h, 7d) instead of all.")
    private @Nullable String since;

    @Option(names = "--dry-run", description = "Says what would change and writes nothing.")
    private boolean dryRun;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        var start = since == null ? Instant.EPOCH : Since.ago("--since", since);
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        TopicCheck.of(kafka, kafka.topics().enriched()).verify();
        var tagger = Tagger.load(TaxonomyInForce.read(kafka));
        var retagger = new ArticleRetagger(tagger);
        var out = spec.commandLine().getOut();
        out.printf("taxonomy %s%n", retagger.taxonomyVersion());
        out.flush();
        var report = new RetagReport(new TagChanges(tagger), out, dryRun);
        try {
            run(kafka, retagger, start, report);
        } catch (InterruptException e) {
            Thread.interrupted(); // what it told us is done
            out.println("stopped; run it again to go on");
            out.flush();
            return ServiceRunner.FAILED;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new StartException("retag", "another run has begun since and took over", "Let that one finish.");
        }
        report.print();
        return report.isWhole() ? 0 : ServiceRunner.FAILED;
    }

    private void run(KafkaConnection kafka, ArticleRetagger retagger, Instant start, RetagReport report) {
        try (var writer = dryRun ? null : new RetagWriter(kafka);
                var consumer = Clients.consumer(kafka, "dateline-retag", null, "earliest")) {
            var partitions = PartitionReader.partitionsOf(
                    consumer, kafka.topics().enriched().name());
            var progress = since == null && !dryRun
                    ? RetagProgress.read(kafka, partitions, retagger.taxonomyVersion())
                    : RetagProgress.notKept();
            var job = new Job(retagger, start, progress, report, writer);
            for (var partition : partitions) {
                consumer.assign(List.of(partition));
                new PartitionRetag(consumer, partition, kafka.topics().enriched(), job).run();
            }
        }
    }
}
