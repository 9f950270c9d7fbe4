package dev.dateline.standalone.taxonomy;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dateline taxonomy}: an operator's own themes and groups, from a folder to the running taggers. */
@Command(
        name = "taxonomy",
        description = "Checks, compares and applies themes and groups of your own (see docs/taxonomy.md).",
        mixinStandardHelpOptions = true,
        subcommands = {CheckCommand.class, DiffCommand.class, ApplyCommand.class, ShowCommand.class})
public final class TaxonomyCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
