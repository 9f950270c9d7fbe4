package dev.dateline.standalone.taxonomy;

import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.runtime.StartException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline taxonomy check}: everything that is wrong in a folder, at once; asks no broker. */
@Command(
        name = "check",
        description = "Tells everything that is wrong in a folder, with file and line; asks no broker.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder with themes/*.yaml and groups/*.yaml.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        var checked = TaxonomyFolder.check(folder);
        var out = spec.commandLine().getOut();
        DefinitionChanges.between(Tagger.load(), checked.tagger()).print(out);
        out.printf("%d files are in order%n", checked.taxonomy().files().size());
        out.flush();
        return 0;
    }
}
