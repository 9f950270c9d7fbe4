package dev.dateline.standalone.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.cleaner.CleanerConfig;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.RawArticle;
import dev.dateline.standalone.taxonomy.TaxonomyFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline inspect}: what each stage does to one article, and why. */
@Command(
        name = "inspect",
        description = "Shows what each stage does to one article, and why.",
        mixinStandardHelpOptions = true)
public final class InspectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "URL|FILE", description = "The article's page.")
    private String page;

    @Option(
            names = "--against",
            paramLabel = "URL|FILE",
            description = "A page that came earlier, to be compared with. Repeatable.")
    private List<String> against = new ArrayList<>();

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    @Option(names = "--allow-loopback", description = "Lets this machine be asked.")
    private boolean allowLoopback;

    @Option(
            names = "--taxonomy",
            paramLabel = "DIR",
            description = "Folder with themes and groups of your own (see docs/taxonomy.md).")
    private @Nullable Path taxonomy;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException, JsonProcessingException {
        var opener = new PageOpener(allowLoopback);
        var raw = opener.open(page);
        List<RawArticle> earlier = new ArrayList<>();
        for (var place : against) {
            earlier.add(opener.open(place));
        }
        var report = new Inspection(CleanerConfig.DEFAULT.cleaner(), TaxonomyFolder.tagger(taxonomy)).of(raw, earlier);
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(report));
        } else {
            new InspectionText(out).print(report);
        }
        out.flush();
        return 0;
    }
}
