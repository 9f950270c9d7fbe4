package dev.dateline.standalone.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.operate.ArticleSearch;
import dev.dateline.kafka.operate.TakedownDesk;
import dev.dateline.kafka.operate.TakedownDesk.Target;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.pipeline.ArticleId;
import dev.dateline.pipeline.CanonicalUrl;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Publisher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline withdraw}: takes articles out of every topic, table and feed, and lets them in no more. */
@Command(
        name = "withdraw",
        description = "Takes articles out of every topic, table and feed, for good; without --yes it only says which "
                + "(see docs/takedown.md).",
        mixinStandardHelpOptions = true)
public final class WithdrawCommand implements Callable<Integer> {
    /** Source of an article that no topic has any more. */
    private static final String UNKNOWN = "operator";

    @Parameters(arity = "0..*", paramLabel = "URL", description = "Addresses of articles.")
    private List<String> urls = new ArrayList<>();

    @Option(
            names = "--query",
            paramLabel = "WORDS",
            description = "All whose title, text or address has these words, next to each other.")
    private @Nullable String query;

    @Option(names = "--source", paramLabel = "ID", description = "With --query: those of this source only.")
    private @Nullable String source;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why; everybody downstream can read it.")
    private @Nullable String reason;

    @Option(names = "--undo", description = "Lets them in again, when they are fetched the next time.")
    private boolean undo;

    @Option(names = "--yes", description = "Does it.")
    private boolean yes;

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws StartException {
        if (urls.isEmpty() == (query == null)) {
            throw new StartException("withdraw", "needs addresses or --query, and not both", "Give one of the two.");
        }
        if (!undo && (reason == null || reason.isBlank())) {
            throw new StartException(
                    "--reason", "is not given", "Say why: it is kept in the audit and told downstream.");
        }
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        var topics = kafka.topics();
        TopicCheck.of(kafka, topics.raw(), topics.unique(), topics.duplicate(), topics.takedown(), topics.audit())
                .verify();
        var targets = query == null ? named(kafka) : found(kafka, query);
        if (yes) {
            var desk = new TakedownDesk(kafka);
            var order = Orders.of(reason, true);
            if (undo) {
                desk.reinstate(targets, order);
            } else {
                desk.withdraw(targets, order);
            }
        }
        print(targets);
        return 0;
    }

    private Collection<Target> named(KafkaConnection kafka) throws StartException {
        Map<String, Target> targets = new LinkedHashMap<>();
        for (var url : urls) {
            var canonical = CanonicalUrl.parse(url)
                    .orElseThrow(() -> new StartException(
                            url, "is no web address", "Write it like https://news.example/article."));
            var id = ArticleId.of(canonical);
            targets.put(id, new Target(id, canonical.toString(), UNKNOWN, new Publisher(null, null, null)));
        }
        // Its source and outlet are kept, so that the withdrawal says whose article it was
        new ArticleSearch(kafka)
                .find(targets::containsKey, article -> true)
                .forEach(article -> targets.put(article.getArticleId(), Target.of(article)));
        return targets.values();
    }

    private Collection<Target> found(KafkaConnection kafka, String words) {
        return new ArticleSearch(kafka)
                .find(id -> true, ArticleSearch.having(words, source)).stream()
                        .map(Target::of)
                        .toList();
    }

    private void print(Collection<Target> targets) {
        var out = spec.commandLine().getOut();
        targets.forEach(target -> out.println(target.articleId() + " " + target.url()));
        var what = undo ? "let in again" : "withdrawn";
        out.println(yes ? targets.size() + " " + what : targets.size() + " would be " + what + "; add --yes to do it");
        out.flush();
    }
}
