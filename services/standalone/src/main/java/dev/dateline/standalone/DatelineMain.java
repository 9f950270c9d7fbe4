package dev.dateline.standalone;

import dev.dateline.kafka.PipelineMetrics;
import dev.dateline.runtime.BuildInfo;
import dev.dateline.runtime.Nearest;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.standalone.archive.ImportCommand;
import dev.dateline.standalone.bench.BenchCommand;
import dev.dateline.standalone.command.DemoCommand;
import dev.dateline.standalone.command.SourcesCommand;
import dev.dateline.standalone.command.TailCommand;
import dev.dateline.standalone.command.TopicsCommand;
import dev.dateline.standalone.command.UpCommand;
import dev.dateline.standalone.export.ExportCommand;
import dev.dateline.standalone.inspect.InspectCommand;
import dev.dateline.standalone.inspect.WhyCommand;
import dev.dateline.standalone.operate.DeadLettersCommand;
import dev.dateline.standalone.operate.WithdrawCommand;
import dev.dateline.standalone.retag.RetagCommand;
import dev.dateline.standalone.route.RoutesCommand;
import dev.dateline.standalone.stage.StageCommand;
import dev.dateline.standalone.taxonomy.TaxonomyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of Dateline. */
@Command(
        name = "dateline",
        description = "Live news in; clean, deduplicated, tagged articles out, on Kafka.",
        mixinStandardHelpOptions = true,
        versionProvider = DatelineMain.Version.class,
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            StageCommand.class,
            InspectCommand.class,
            WhyCommand.class,
            TailCommand.class,
            ExportCommand.class,
            DeadLettersCommand.class,
            WithdrawCommand.class,
            RoutesCommand.class,
            TopicsCommand.class,
            SourcesCommand.class,
            TaxonomyCommand.class,
            RetagCommand.class,
            ImportCommand.class,
            BenchCommand.class
        },
        footer = {"", "Exit codes: 0 done, 1 something failed, 2 cannot start (what to mend is printed)."})
public final class DatelineMain {
    private DatelineMain() {}

    /** Says what {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Dateline " + BuildInfo.version()};
        }
    }

    public static void main(String[] args) {
        ServiceRunner.exit(commandLine(), args);
    }

    /** Makes the command line, which tests give arguments too. */
    public static CommandLine commandLine() {
        var dateline = new CommandLine(new DatelineMain());
        Services.ALL.forEach(
                definition -> dateline.addSubcommand(ServiceRunner.command(definition, PipelineMetrics.FILTERS)));
        var usual = dateline.getParameterExceptionHandler();
        return dateline.setParameterExceptionHandler((exception, arguments) -> isUnknownCommand(exception)
                        ? guess(exception)
                        : usual.handleParseException(exception, arguments))
                .setExecutionExceptionHandler(ServiceRunner::report);
    }

    private static boolean isUnknownCommand(ParameterException exception) {
        return exception instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()
                && !unmatched.isUnknownOption()
                && !exception.getCommandLine().getSubcommands().isEmpty();
    }

    /** Says what may have been meant; the whole usage would bury it. */
    private static int guess(ParameterException exception) {
        var command = exception.getCommandLine();
        var word = ((UnmatchedArgumentException) exception).getUnmatched().get(0);
        var name = command.getCommandSpec().qualifiedName();
        var mend = "'" + name + " --help' lists them.";
        command.getErr()
                .printf(
                        "'%s' is no command of '%s'. %s%n",
                        word,
                        name,
                        Nearest.question(word, command.getSubcommands().keySet(), mend));
        return ServiceRunner.CANNOT_START;
    }
}
