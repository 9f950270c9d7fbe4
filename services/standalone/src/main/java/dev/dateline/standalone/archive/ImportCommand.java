package dev.dateline.standalone.archive;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Publisher;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline import}: sends the pages of web archives through the pipeline. */
@Command(
        name = "import",
        description = "Sends the pages of web archives (WARC) through the pipeline, behind live news.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Pages are HTML answers with status 200; each is an article as of its capture. A run that was stopped goes on where it was.",
            "Exit codes: 0 done, 1 stopped or an archive is damaged, 2 cannot start (what to mend is printed)."
        })
public final class ImportCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Archives, .warc or .warc.gz.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "ID",
            defaultValue = "archive",
            description = "Id of the source that the articles are told to be from (default: ${DEFAULT-VALUE}).")
    private String source = "";

    @Option(names = "--outlet", paramLabel = "NAME", description = "Whose pages they are, when all are of one outlet.")
    private @Nullable String outlet;

    @Option(names = "--country", paramLabel = "CC", description = "Country of the outlet (ISO 3166-1 alpha-2).")
    private @Nullable String country;

    @Option(
            names = "--most-waiting",
            paramLabel = "N",
            defaultValue = "200",
            description = "Waits while more pages than this lie before the cleaner (default: ${DEFAULT-VALUE}).")
    private long mostWaiting;

    @Option(names = "--again", description = "Begins at the start of each archive, whatever earlier runs did.")
    private boolean again;

    @Option(names = "--dry-run", description = "Says what would be sent and sends nothing.")
    private boolean dryRun;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        var archives = new ArrayList<Archive>();
        for (var file : files) {
            archives.add(Archive.at(file));
        }
        var settings = options.load(KafkaSettings.ALL);
        var articles = new ArchivedArticles(
                source,
                Publisher.newBuilder().setOutlet(outlet).setCountry(country).build());
        try {
            var whole = dryRun ? look(archives, articles) : send(archives, articles, KafkaConnection.from(settings));
            return whole ? 0 : ServiceRunner.FAILED;
        } catch (InterruptException | InterruptedException e) {
            Thread.interrupted(); // what it told us is done
            spec.commandLine().getErr().println("stopped; run it again to go on");
            return ServiceRunner.FAILED;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new StartException("import", "another run over this archive took over", "Let that one finish.");
        }
    }

    private boolean look(List<Archive> archives, ArchivedArticles articles) {
        var whole = true;
        for (var archive : archives) {
            var report = new ImportReport(archive, spec.commandLine().getOut());
            try {
                new ArchiveImport(archive, articles, report).look();
            } catch (IOException e) {
                whole = damaged(archive, e);
            }
            report.print("would be sent");
        }
        return whole;
    }

    private boolean send(List<Archive> archives, ArchivedArticles articles, KafkaConnection kafka)
            throws StartException, InterruptedException {
        TopicCheck.of(kafka, kafka.topics().raw()).verify();
        var whole = true;
        try (var backlog = new CleanerBacklog(kafka, mostWaiting)) {
            for (var archive : archives) {
                var report = new ImportReport(archive, spec.commandLine().getOut());
                try (var writer = new ImportWriter(kafka, archive)) {
                    var done = again ? OptionalLong.empty() : writer.position();
                    new ArchiveImport(archive, articles, report).send(done, writer, backlog);
                } catch (IOException e) {
                    whole = damaged(archive, e);
                }
                report.print("sent");
            }
        }
        return whole;
    }

    private boolean damaged(Archive archive, IOException e) {
        spec.commandLine()
                .getErr()
                .printf(
                        "%s is damaged: %s. What stands before was read; get the file again, or repair it.%n",
                        archive, e.getMessage());
        return false;
    }
}
