package dev.dateline.standalone.route;

import dev.dateline.console.route.LabelledNames;
import dev.dateline.console.route.MatchedArticles;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.KafkaSettings;
import dev.dateline.kafka.operate.RouteDesk;
import dev.dateline.kafka.operate.RouteHistory;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.pipeline.route.RouteExpression;
import dev.dateline.pipeline.route.RouteParser;
import dev.dateline.pipeline.route.RouteSyntaxException;
import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.Nearest;
import dev.dateline.runtime.SettingsOptions;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.sink.SinkConfig;
import dev.dateline.standalone.command.Since;
import dev.dateline.standalone.command.SinkDatabase;
import dev.dateline.standalone.operate.Orders;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code dateline routes}: topics of one's own, made while everything runs. */
@Command(
        name = "routes",
        description = "Makes, tests, lists and removes routes: subsets of the articles with a topic of their own "
                + "(see docs/routes.md).",
        mixinStandardHelpOptions = true)
public final class RoutesCommand implements Runnable {
    private static final String EXPRESSION =
            "What belongs to it, like: region in ('Central Asia') and theme = health and score >= 0.5";
    private static final String WEEK = "7d";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** One set of options does for all commands. */
    private static final List<Setting<?>> BOTH = Stream.of(KafkaSettings.ALL, SinkConfig.SETTINGS)
            .<Setting<?>>flatMap(List::stream)
            .toList();

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(out());
    }

    @Command(
            name = "add",
            description = "Makes a route and its topic, and fills it from the last days.",
            mixinStandardHelpOptions = true)
    int add(
            @Parameters(paramLabel = "NAME", description = "Like central-asia-energy; the topic is news.route.NAME.v1.")
                    String name,
            @Parameters(paramLabel = "EXPRESSION", description = EXPRESSION) String expression,
            @Option(names = "--replace", description = "Changes what belongs to a route that is there.")
                    boolean replace,
            @Option(
                            names = "--since",
                            defaultValue = WEEK,
                            paramLabel = "DURATION",
                            description =
                                    "Fills it with what came in that long ago or later (default: ${DEFAULT-VALUE}).")
                    String since,
            @Mixin SettingsOptions options)
            throws StartException, InterruptedException {
        requireName(name);
        var wanted = parse(expression);
        var start = Since.ago("--since", since);
        var settings = options.load(BOTH);
        var kafka = connect(KafkaConnection.from(settings));
        var desk = new RouteDesk(kafka);
        if (!replace && desk.routes().containsKey(name)) {
            throw new StartException("route " + name, "is there already", "Add --replace to change it.");
        }
        var change = desk.set(name, wanted, new TopicProvisioner(settings), Orders.of(null, true));
        var handed = new RouteHistory(kafka).refill(change, wanted, start);
        out().println("route " + name + ": " + wanted);
        out().println("topic " + kafka.topics().ownRoute(name).name() + ", filled from " + handed + " articles since "
                + start.truncatedTo(ChronoUnit.SECONDS));
        out().println("read it: dateline tail --route " + name + " --since " + since);
        out().flush();
        return 0;
    }

    @Command(
            name = "test",
            description =
                    "Says what a route would have matched in the last days, by the sink's database; changes nothing.",
            mixinStandardHelpOptions = true)
    int test(
            @Parameters(paramLabel = "EXPRESSION", description = EXPRESSION) String expression,
            @Option(
                            names = "--since",
                            defaultValue = WEEK,
                            paramLabel = "DURATION",
                            description = "Looks at articles of that long ago or later (default: ${DEFAULT-VALUE}).")
                    String since,
            @Option(
                            names = "--most",
                            defaultValue = "10",
                            paramLabel = "N",
                            description = "Shows the newest N (default: ${DEFAULT-VALUE}).")
                    int most,
            @Mixin SettingsOptions options)
            throws StartException {
        var wanted = parse(expression);
        var found = matched(wanted, Since.ago("--since", since), most, SinkConfig.from(options.load(BOTH)));
        found.newest()
                .forEach(match -> out().printf(
                                "%s  %s%n  %s%n  %s%n",
                                match.eventTime().truncatedTo(ChronoUnit.SECONDS),
                                match.outlet() == null ? "" : match.outlet(),
                                match.title(),
                                match.url()));
        out().printf("%d of %d articles of the last %s match: %s%n", found.count(), found.looked(), since, wanted);
        out().flush();
        return 0;
    }

    private static MatchedArticles matched(RouteExpression wanted, Instant since, int most, SinkConfig sink)
            throws StartException {
        try (var connection = SinkDatabase.open(sink, "dateline-routes")) {
            connection.setReadOnly(true);
            return MatchedArticles.of(connection, wanted, since, most, PATIENCE);
        } catch (SQLException e) {
            throw SinkDatabase.untold(sink, e);
        }
    }

    @Command(name = "list", description = "Lists the routes that people made.", mixinStandardHelpOptions = true)
    int list(@Mixin SettingsOptions options) throws StartException {
        var kafka = connect(KafkaConnection.from(options.load(BOTH)));
        var routes = new RouteDesk(kafka).routes();
        routes.values()
                .forEach(route -> out().printf(
                                "%s  (by %s at %s)%n  %s%n  %s%n",
                                route.getName(),
                                route.getCreatedBy(),
                                route.getCreatedAt().truncatedTo(ChronoUnit.SECONDS),
                                kafka.topics().ownRoute(route.getName()).name(),
                                route.getExpression()));
        if (routes.isEmpty()) {
            out().println("no routes yet; make one: dateline routes add NAME EXPRESSION");
        }
        out().flush();
        return 0;
    }

    @Command(
            name = "remove",
            description =
                    "Removes a route: nothing is sent to its topic any more; what the topic has stays until its retention.",
            mixinStandardHelpOptions = true)
    int remove(
            @Parameters(paramLabel = "NAME", description = "As listed.") String name,
            @Option(names = "--note", paramLabel = "TEXT", description = "Why; kept in the audit.") @Nullable
                    String note,
            @Mixin SettingsOptions options)
            throws StartException {
        var kafka = connect(KafkaConnection.from(options.load(BOTH)));
        var desk = new RouteDesk(kafka);
        if (desk.remove(name, Orders.of(note, true)).isEmpty()) {
            throw new StartException(
                    "route " + name,
                    "does not exist",
                    Nearest.question(name, desk.routes().keySet(), "See: dateline routes list"));
        }
        out().println("removed route " + name + "; its topic "
                + kafka.topics().ownRoute(name).name() + " stays with what it has");
        out().flush();
        return 0;
    }

    private static void requireName(String name) throws StartException {
        if (!RouteDesk.NAME.matcher(name).matches()) {
            throw new StartException("route " + name, "has no name for a topic", RouteDesk.NAME_FORM);
        }
    }

    private static RouteExpression parse(String expression) throws StartException {
        try {
            return RouteParser.parse(expression, new LabelledNames(TagLabels.load()));
        } catch (RouteSyntaxException e) {
            throw new StartException("expression, " + e.place(expression), String.valueOf(e.getMessage()), e.mend());
        }
    }

    private static KafkaConnection connect(KafkaConnection kafka) throws StartException {
        var topics = kafka.topics();
        TopicCheck.of(kafka, topics.route(), topics.routeRefill(), topics.enriched(), topics.audit())
                .verify();
        return kafka;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
