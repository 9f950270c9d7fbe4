package dev.dateline.standalone.command;

import dev.dateline.fetcher.sources.SourceList;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.fetcher.sources.SourceReader;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.operate.TrialDesk;
import dev.dateline.kafka.operate.VisitSearch;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.schema.Source;
import dev.dateline.schema.SourceKind;
import dev.dateline.standalone.operate.Orders;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline sources}: tells the fetchers of a cluster what to poll, and asks them what a poll would give. */
@Command(
        name = "sources",
        description = "Names the sources to poll, finds and tests them.",
        mixinStandardHelpOptions = true,
        subcommands = DiscoverCommand.class)
public final class SourcesCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "import",
            description = "Adds the sources of a file, or changes them; others stay as they are.",
            mixinStandardHelpOptions = true)
    int importFile(
            @Parameters(
                            paramLabel = "FILE",
                            description = "YAML file of sources, as for 'up', or an OPML list of feeds.")
                    Path file,
            @Mixin SourcesOption reading,
            @Mixin SettingsOptions options)
            throws StartException, InterruptedException {
        var list = OpmlFile.read(file);
        if (list.isPresent()) {
            reading.accept(
                    OpmlFile.problems(file, list.get()), spec.commandLine().getErr());
        }
        var given = list.isPresent()
                ? List.<Source>of()
                : reading.read(file, spec.commandLine().getErr());
        var kafka = connect(options);
        var sources = list.isPresent() ? SourceList.newSources(list.get(), new SourceReader(kafka).read()) : given;
        new SourcePublisher(kafka).publish(sources);
        out().printf("%d sources imported%n", sources.size());
        list.map(opml -> opml.subscriptions().size() - sources.size())
                .filter(known -> known > 0)
                .ifPresent(known -> out().printf("%d feeds of the list were sources already%n", known));
        return 0;
    }

    @Command(
            name = "export",
            description = "Prints the sources that are feeds as an OPML list, which readers of feeds import.",
            mixinStandardHelpOptions = true)
    int export(@Mixin SettingsOptions options) throws StartException {
        var sources = new SourceReader(connect(options)).read();
        var list = SourceList.list("Sources of Dateline", sources);
        out().print(list.toXml());
        out().flush();
        var left = sources.size() - list.subscriptions().size();
        if (left > 0) {
            spec.commandLine().getErr().printf("%d sources are no feeds and were left out%n", left);
        }
        return 0;
    }

    @Command(name = "list", description = "Lists the sources, paused ones too.", mixinStandardHelpOptions = true)
    int list(@Mixin SettingsOptions options) throws StartException {
        var sources = new SourceReader(connect(options)).read();
        sources.forEach(source -> {
            out().printf(
                            "%s  %s%s  %s%n  %s%n",
                            source.getId(),
                            source.getKind().name().toLowerCase(Locale.ROOT),
                            source.getEnabled() ? "" : ", paused",
                            source.getName(),
                            source.getUrl());
            TermsText.of(source).ifPresent(terms -> out().printf("  %s%n", terms));
        });
        if (sources.isEmpty()) {
            out().println(
                            "no sources yet; name some: dateline sources import FILE, or find some: dateline sources discover URL");
        }
        out().flush();
        return 0;
    }

    @Command(
            name = "test",
            description = "Shows what a poll would give, item by item. A fetcher asks; nothing is published.",
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "URL|ID", description = "A source by its id, or any address.") String subject,
            @Option(
                            names = "--kind",
                            defaultValue = "FEED",
                            description = "How an address is read: FEED, SITEMAP or PAGE.")
                    SourceKind kind,
            @Option(
                            names = "--wait",
                            paramLabel = "SECONDS",
                            defaultValue = "120",
                            description = "How long an answer is waited for.")
                    int seconds,
            @Mixin SettingsOptions options)
            throws StartException {
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        var topics = kafka.topics();
        TopicCheck.of(kafka, topics.source(), topics.sourceCommand(), topics.sourceTrial(), topics.audit())
                .verify();
        var desk = new TrialDesk(kafka);
        var order = Orders.of(null, true);
        var ticket = subject.contains("://")
                ? desk.testAddress(subject, kind, order)
                : desk.test(subject, order)
                        .orElseThrow(() ->
                                new StartException(subject, "is no source", "Give the id of a source, or an address."));
        var trial = desk.await(ticket, Duration.ofSeconds(seconds))
                .orElseThrow(() -> new StartException(
                        subject,
                        "has no answer after " + seconds + " s",
                        "Does a fetcher run? A host may have to be waited for."));
        TrialText.print(trial, spec.commandLine().getOut());
        return trial.getProblem() == null ? 0 : 1;
    }

    @Command(
            name = "visits",
            description =
                    "Tells what became of an address: when a fetcher asked for it, how that ended, when it asks again.",
            mixinStandardHelpOptions = true)
    int visits(
            @Parameters(paramLabel = "URL", description = "Of a page or a feed.") String url,
            @Mixin SettingsOptions options)
            throws StartException {
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        TopicCheck.of(kafka, kafka.topics().visit()).verify();
        var found = new VisitSearch(kafka).find(url);
        found.forEach(visit -> VisitText.print(visit, out()));
        if (found.isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .println(
                            url
                                    + " is not known to the fetchers: no feed that they read has listed it, or it was forgotten");
        }
        return found.isEmpty() ? 1 : 0;
    }

    private static KafkaConnection connect(SettingsOptions options) throws StartException {
        var kafka = KafkaConnection.from(options.load(KafkaSettings.ALL));
        TopicCheck.of(kafka, kafka.topics().source()).verify();
        return kafka;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
