package dev.dateline.standalone.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.standalone.command.Since;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline why}: why an article of the running pipeline counts as a copy, in the words of both texts. */
@Command(
        name = "why",
        description = "Shows why an article counts as a copy, from the texts as they were published.",
        mixinStandardHelpOptions = true)
public final class WhyCommand implements Callable<Integer> {
    private static final int NOT_FOUND = 1;

    @Parameters(paramLabel = "URL|ID", description = "The article.")
    private String article;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            description = "Looks at what was taken in that long ago or later; 14d unless told otherwise.")
    private String since = "14d";

    @Option(names = "--json", description = "One JSON object, for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException, JsonProcessingException {
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        TopicCheck.of(kafka, kafka.topics().unique(), kafka.topics().duplicate())
                .verify();
        var stored = new StoredArticles(kafka, Since.ago("--since", since));
        var id = CanonicalUrl.parse(article).map(ArticleId::of).orElse(article);
        var why = CopyReport.of(id, stored);
        if (why.isEmpty()) {
            spec.commandLine().getErr().println("No article " + id + " was published since " + since + " ago.");
            return NOT_FOUND;
        }
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(why.get()));
        } else {
            new CopyText(out).print(why.get());
        }
        out.flush();
        return 0;
    }
}
