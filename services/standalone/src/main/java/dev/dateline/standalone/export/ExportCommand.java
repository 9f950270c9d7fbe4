package dev.dateline.standalone.export;

import dev.dateline.console.search.ArticleExport;
import dev.dateline.console.search.InvalidQueryException;
import dev.dateline.console.search.OwnRoutes;
import dev.dateline.console.search.QueryParameters;
import dev.dateline.console.search.TagNames;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.operate.RouteDesk;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.Settings;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.command.SinkDatabase;
import dev.dateline.standalone.route.StoredRoutes;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dateline export}: the stored articles, or those that are searched for, as a file. */
@Command(
        name = "export",
        description = "Writes the originals that the sink stored, the newest first, as JSON Lines or CSV "
                + "(see docs/export.md).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "All that is given must hold; of an option that is given several times, one value. What was withdrawn is not in it.",
            "Exit codes: 0 all was written, 1 stopped or failed, 2 cannot start (what to mend is printed)."
        })
public final class ExportCommand implements Callable<Integer> {
    private static final List<Setting<?>> BOTH = Stream.of(KafkaSettings.ALL, SinkConfig.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    /** How articles can be written. */
    enum Format {
        jsonl,
        csv;

        ArticleLines lines() {
            return this == csv ? new CsvArticles() : new JsonArticles();
        }
    }

    @Option(
            names = "--format",
            paramLabel = "jsonl|csv",
            description = "How they are written (default: ${DEFAULT-VALUE}).")
    private Format format = Format.jsonl;

    @Option(
            names = "--output",
            paramLabel = "FILE|-",
            description = "File, packed when its name ends in .gz; - is standard output, which is the default.")
    private String output = ExportFile.STANDARD_OUTPUT;

    @Option(names = "--progress", description = "Says how far it has come even where standard error is no terminal.")
    private boolean showsProgress;

    @Mixin
    private SearchOptions search = new SearchOptions();

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        var settings = options.load(BOTH);
        var sink = SinkConfig.from(settings);
        var progress = new ExportProgress(spec.commandLine().getErr(), showsProgress || ExportProgress.isTerminal());
        try {
            return run(settings, sink, progress);
        } catch (InvalidQueryException e) {
            throw new StartException(e.problems().stream()
                    .map(problem -> new Problem("--" + problem.parameter(), problem.detail(), ""))
                    .toList());
        } catch (SQLException e) {
            if (progress.articles() == 0) {
                throw SinkDatabase.untold(sink, e);
            }
            progress.end("; the database does not go on: " + e.getMessage());
        } catch (IOException e) {
            progress.end("; no more can be written: " + e.getMessage());
        }
        return ServiceRunner.FAILED;
    }

    private int run(Settings settings, SinkConfig sink, ExportProgress progress)
            throws StartException, InvalidQueryException, SQLException, IOException {
        var given = search.given();
        var query = QueryParameters.read(given, new TagNames(TagLabels.load()));
        var route = QueryParameters.route(given, routes(settings));
        try (var connection = SinkDatabase.open(sink, "dateline-export");
                var file = open()) {
            var export = new ArticleExport(connection, query, route);
            var isWhole = new ExportRun(export, format.lines(), file, progress).run();
            progress.end(isWhole ? "" : "; stopped" + (file.isInPlace() ? "" : ", so there is no " + output));
            return isWhole ? 0 : ServiceRunner.FAILED;
        }
    }

    private OwnRoutes routes(Settings settings) throws StartException {
        if (!search.namesRoute()) {
            return OwnRoutes.NONE;
        }
        var kafka = KafkaConnection.from(settings);
        TopicCheck.of(kafka, kafka.topics().route()).verify();
        return new StoredRoutes(new RouteDesk(kafka).routes());
    }

    private ExportFile open() throws StartException {
        try {
            return ExportFile.open(output);
        } catch (IOException e) {
            throw new StartException(
                    "--output " + output,
                    "cannot be written to: " + e.getMessage(),
                    "Give a file in a folder that is there and may be written to.");
        }
    }
}
