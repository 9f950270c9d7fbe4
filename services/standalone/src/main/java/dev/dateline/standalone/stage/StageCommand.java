package dev.dateline.standalone.stage;

import dev.dateline.cleaner.CleanerConfig;
import dev.dateline.pipeline.dedup.DeduplicatorConfig;
import dev.dateline.runtime.StartException;
import dev.dateline.standalone.taxonomy.TaxonomyFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline stage}: one stage over JSON Lines, with the same code and settings that the services run. */
@Command(
        name = "stage",
        description = "Runs one stage over JSON Lines, without Kafka, in the order of the input.",
        mixinStandardHelpOptions = true,
        footer = {"", "Exit codes: 0 every line answered, 1 some gave an error, 2 bad arguments."})
public final class StageCommand implements Callable<Integer> {
    private static final int SHOW_EVERY = 100;

    /** The stages that can be run alone. */
    enum Name {
        clean,
        dedup,
        tag,
        feed
    }

    @Parameters(paramLabel = "clean|dedup|tag|feed", description = "The stage.")
    private Name stage;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "JSON Lines, .gz or not.")
    private Path input;

    @Option(names = "--output", required = true, paramLabel = "FILE", description = "JSON Lines, .gz or not.")
    private Path output;

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR",
            description = "Folder with themes and groups of your own (see docs/taxonomy.md), for the stage tag.")
    private @Nullable Path taxonomy;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        if (!Files.isReadable(input)) {
            throw new StartException("--input " + input, "cannot be read", "Give a file that exists and is readable.");
        }
        if (input.toAbsolutePath().normalize().equals(output.toAbsolutePath().normalize())) {
            throw new StartException("--output " + output, "is the input", "Give another file.");
        }
        var err = spec.commandLine().getErr();
        try {
            var counts = JsonLines.run(input, output, answer(), (lines, errors) -> show(err, lines, errors));
            counts.firstError().ifPresent(error -> err.printf("first error: %s%n", error));
            err.printf("%s: %d lines, %d errors%n", stage, counts.lines(), counts.errors());
            return counts.errors() == 0 ? 0 : 1;
        } catch (NoSuchFileException | AccessDeniedException e) {
            throw new StartException(
                    e.getFile(), "cannot be opened", "Give a folder that exists and may be written to.");
        } catch (IOException e) {
            throw new StartException(
                    input + " to " + output, e.toString(), "Check that the files are whole and the disk has room.");
        }
    }

    private JsonLines.Answer answer() throws StartException {
        return switch (stage) {
            case clean -> new CleanLines(CleanerConfig.DEFAULT.cleaner(), folder(), Clock.systemUTC());
            case dedup -> new DedupLines(DeduplicatorConfig.DEFAULT);
            case tag -> new TagLines(TaxonomyFolder.tagger(taxonomy));
            case feed -> new FeedLines(folder(), Clock.systemUTC());
        };
    }

    /** The files that lines name are looked for beside the input. */
    private Path folder() {
        return Objects.requireNonNullElse(input.toAbsolutePath().getParent(), Path.of("."));
    }

    private void show(PrintWriter err, long lines, long errors) {
        if (lines % SHOW_EVERY == 0) {
            err.printf("\r%s: %d lines, %d %s", stage, lines, errors, errors == 1 ? "error" : "errors");
            err.flush();
        }
    }
}
