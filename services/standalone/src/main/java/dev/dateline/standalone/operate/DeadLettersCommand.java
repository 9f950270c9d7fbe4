package dev.dateline.standalone.operate;

import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.operate.Answer;
import dev.dateline.kafka.operate.AuditLog;
import dev.dateline.kafka.operate.DeadLetter;
import dev.dateline.kafka.operate.DeadLetterDesk;
import dev.dateline.kafka.operate.DeadLetterLog;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.ServiceRunner;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline dead-letters}: records that surprised a stage are looked at, tried again, or closed. */
@Command(
        name = "dead-letters",
        description = "Lists, shows, retries and discards records that surprised a stage (see docs/dead-letters.md).",
        mixinStandardHelpOptions = true)
public final class DeadLettersCommand implements Runnable {
    /** Of each partition; older ones are found with {@code --most}. */
    private static final String NEWEST = "10000";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "Lists dead letters, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin LetterChoice choice,
            @Option(names = "--all", description = "Those that were answered, too.") boolean all,
            @Option(names = "--json", description = "A JSON object for each, for programs.") boolean json,
            @Option(
                            names = "--most",
                            defaultValue = NEWEST,
                            paramLabel = "N",
                            description = "Looks at the newest of each partition only (default: ${DEFAULT-VALUE}).")
                    long most,
            @Mixin SettingsOptions options)
            throws StartException {
        var letters = new DeadLetterLog(connect(options))
                .newest(most).stream().filter(all ? choice : choice.open()).toList();
        var text = new LetterText(out());
        if (json) {
            letters.forEach(text::json);
        } else {
            text.table(letters);
        }
        return 0;
    }

    @Command(
            name = "show",
            description = "Shows one: what was thrown, its headers, the record decoded where that is possible.",
            mixinStandardHelpOptions = true)
    int show(
            @Parameters(paramLabel = "ID", description = "As listed, like 0-17.") String id,
            @Option(names = "--bytes", paramLabel = "FILE", description = "Writes the record's bytes to a file.")
                    @Nullable
                    Path bytes,
            @Mixin SettingsOptions options)
            throws StartException, IOException {
        var kafka = connect(options);
        var opened = new DeadLetterLog(kafka).open(id);
        if (opened.isEmpty()) {
            return notFound(id);
        }
        new LetterText(out()).whole(opened.get(), kafka.topics().records());
        var value = opened.get().record().value();
        if (bytes != null) {
            Files.write(bytes, value == null ? new byte[0] : value);
        }
        return 0;
    }

    @Command(
            name = "retry",
            description =
                    "Sends the original records back to their topics, once each. Without --yes it only says what it would do.",
            mixinStandardHelpOptions = true)
    int retry(
            @Parameters(arity = "0..*", paramLabel = "ID", description = "As listed; or choose by options.")
                    List<String> ids,
            @Mixin LetterChoice choice,
            @Option(names = "--note", paramLabel = "TEXT", description = "Why; it stands in the audit.") @Nullable
                    String note,
            @Option(names = "--yes", description = "Does it.") boolean yes,
            @Mixin SettingsOptions options)
            throws StartException, InterruptedException {
        var kafka = connect(options);
        return print(new DeadLetterDesk(kafka).retry(chosen(kafka, ids, choice), Orders.of(note, yes)), yes);
    }

    @Command(
            name = "discard",
            description = "Closes dead letters that need no other try. Without --yes it only says what it would do.",
            mixinStandardHelpOptions = true)
    int discard(
            @Parameters(arity = "0..*", paramLabel = "ID", description = "As listed; or choose by options.")
                    List<String> ids,
            @Mixin LetterChoice choice,
            @Option(
                            names = "--note",
                            required = true,
                            paramLabel = "TEXT",
                            description = "Why; it stands in the audit.")
                    String note,
            @Option(names = "--yes", description = "Does it.") boolean yes,
            @Mixin SettingsOptions options)
            throws StartException, InterruptedException {
        var kafka = connect(options);
        return print(new DeadLetterDesk(kafka).discard(chosen(kafka, ids, choice), Orders.of(note, yes)), yes);
    }

    @Command(
            name = "history",
            description = "Lists what operators did, oldest first: to dead letters, articles and sources.",
            mixinStandardHelpOptions = true)
    int history(@Mixin SettingsOptions options) throws StartException {
        new AuditLog(connect(options))
                .entries()
                .forEach(entry -> out().printf(
                                "%s  %-12s %-12s %-34s %s%n",
                                entry.getAt(),
                                entry.getActor(),
                                entry.getAction(),
                                entry.getSubject(),
                                String.join(
                                                " ",
                                                LetterText.orNothing(entry.getNote()),
                                                LetterText.orNothing(entry.getDetail()))
                                        .strip()));
        out().flush();
        return 0;
    }

    private static KafkaConnection connect(SettingsOptions options) throws StartException {
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        TopicCheck.of(kafka, kafka.topics().deadLetter(), kafka.topics().audit())
                .verify();
        return kafka;
    }

    private static Collection<String> chosen(KafkaConnection kafka, @Nullable List<String> ids, LetterChoice choice)
            throws StartException {
        if (ids != null && !ids.isEmpty()) {
            return ids;
        }
        if (!choice.isGiven()) {
            throw new StartException(
                    "no dead letter", "is named", "Give ids as 'list' shows them, or --stage, --reason or --source.");
        }
        return new DeadLetterLog(kafka)
                .newest(Long.parseLong(NEWEST)).stream()
                        .filter(choice.open())
                        .map(DeadLetter::id)
                        .toList();
    }

    private int print(List<Answer> answers, boolean yes) {
        answers.forEach(answer ->
                out().printf("%-10s %-16s %s%n", answer.id(), answer.result().label(), answer.detail()));
        var done = answers.stream().filter(Answer::isDone).count();
        out().printf("%d of %d%s%n", done, answers.size(), yes ? "" : "; a dry run: add --yes to do it");
        out().flush();
        return done == answers.size() ? 0 : ServiceRunner.FAILED;
    }

    private int notFound(String id) {
        spec.commandLine().getErr().println("No dead letter " + id + "; 'list --all' shows those that there are.");
        return ServiceRunner.FAILED;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
