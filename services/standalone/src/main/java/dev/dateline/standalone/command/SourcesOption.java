package dev.dateline.standalone.command;

import dev.dateline.fetcher.sources.SourcesFile;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Source;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether a file of sources is taken as a whole or not at all. */
final class SourcesOption {
    @Option(
            names = "--lenient",
            description =
                    "Takes the sources that nothing is wrong with and tells of the others; without it, one mistake refuses the file.")
    private boolean lenient;

    /** Reads a file; tells of the sources that were left out. */
    List<Source> read(Path file, PrintWriter err) throws StartException {
        if (!lenient) {
            return SourcesFile.read(file);
        }
        var usable = SourcesFile.readLeniently(file);
        tell(usable.problems(), err);
        return usable.sources();
    }

    /** Lets the lines of a list that name no feed pass, or refuses the list for them. */
    void accept(List<Problem> problems, PrintWriter err) throws StartException {
        if (!lenient && !problems.isEmpty()) {
            throw new StartException(problems);
        }
        tell(problems, err);
    }

    private static void tell(List<Problem> problems, PrintWriter err) {
        problems.forEach(problem -> err.printf("left out: %s%n", problem));
        err.flush();
    }
}
