package dev.dateline.console;

import dev.dateline.console.alert.AlertBoard;
import dev.dateline.console.desk.NewsDesk;
import dev.dateline.console.dossier.Dossiers;
import dev.dateline.console.dossier.RowReader;
import dev.dateline.console.dossier.TraceSearch;
import dev.dateline.console.intake.Intake;
import dev.dateline.console.intake.PlaceReader;
import dev.dateline.console.ledger.LedgerCheck;
import dev.dateline.console.live.LiveFeed;
import dev.dateline.console.live.LiveHandler;
import dev.dateline.console.live.LiveParameters;
import dev.dateline.console.news.NewsRoutes;
import dev.dateline.console.registry.Registry;
import dev.dateline.console.registry.RegistryRoutes;
import dev.dateline.console.route.FollowedRoutes;
import dev.dateline.console.route.RouteFills;
import dev.dateline.console.search.ArticleFile;
import dev.dateline.console.search.ArticleSearch;
import dev.dateline.console.search.ReadingDatabase;
import dev.dateline.console.search.TagNames;
import dev.dateline.console.subscribe.AsyncApiRoutes;
import dev.dateline.console.web.ActionGuard;
import dev.dateline.console.web.ActionRoutes;
import dev.dateline.console.web.ApiRoutes;
import dev.dateline.console.web.DeadLetterRoutes;
import dev.dateline.console.web.RouteRoutes;
import dev.dateline.console.web.WebServer;
import dev.dateline.kafka.KafkaConnection;
import dev.dateline.kafka.operate.OperatorRights;
import dev.dateline.kafka.rights.KafkaUser;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.serde.ReleasedSchemas;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicCheck;
import dev.dateline.kafka.topics.TopicProvisioner;
import dev.dateline.pipeline.tag.TagLabels;
import dev.dateline.runtime.Health;
import dev.dateline.runtime.Service;
import dev.dateline.runtime.StartException;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The console: a desk that knows the newest news, an intake that reads it from Kafka, a server that shows it. */
public final class ConsoleService implements Service, KafkaUser {
    private static final Logger log = LoggerFactory.getLogger(ConsoleService.class);
    private static final long CLOSE_MILLIS = 10_000;

    private final KafkaConnection kafka;
    private final boolean acts;
    private final MeterRegistry meters;
    private final Instant since;
    private final LiveFeed feed;
    private final NewsDesk desk;
    private final PlaceReader places;
    private final @Nullable LedgerCheck ledger;
    private final ReadingDatabase readers;
    private final FollowedRoutes routes;
    private final RouteFills fills;
    private final WebServer server;
    private @Nullable Intake intake;
    private @Nullable Thread thread;
    private volatile @Nullable Throwable failure;

    /**
     * Makes it; nothing is opened yet.
     *
     * @param provisioner makes the topics of routes
     */
    public ConsoleService(
            ConsoleConfig config, KafkaConnection kafka, TopicProvisioner provisioner, MeterRegistry meters) {
        var clock = Clock.systemUTC();
        var catalogue = kafka.topics().catalogue();
        this.kafka = kafka;
        this.acts = !config.tokens().isEmpty();
        this.meters = meters;
        this.since = clock.instant().minus(config.history());
        this.feed = new LiveFeed(meters, Long.toString(clock.millis(), Character.MAX_RADIX));
        this.routes = new FollowedRoutes(kafka);
        this.desk = new NewsDesk(feed, since, clock, routes::of);
        this.places = new PlaceReader(kafka);
        this.ledger = config.checksLedger() ? new LedgerCheck(kafka, meters) : null;
        var rows = new RowReader(config.database());
        var labels = TagLabels.load();
        var api = new ApiRoutes(
                desk,
                new Dossiers(desk, places, rows),
                new TraceSearch(rows),
                new AlertBoard(config.prometheus(), clock),
                labels);
        this.readers = new ReadingDatabase(config.database());
        var names = new TagNames(labels);
        var news = new NewsRoutes(new ArticleSearch(readers, names), new ArticleFile(readers), names, routes);
        var registry = new RegistryRoutes(new Registry(ReleasedSchemas.load(), catalogue));
        var topics = new AsyncApiRoutes(kafka, config.registry());
        var letters = new DeadLetterRoutes(kafka);
        var guard = new ActionGuard(config.tokens(), clock);
        var actions = new ActionRoutes(guard, kafka);
        this.fills = new RouteFills(kafka);
        var ownRoutes = new RouteRoutes(guard, kafka, provisioner, readers, fills);
        this.server = new WebServer(
                config,
                paths -> {
                    api.addTo(paths);
                    news.addTo(paths);
                    topics.addTo(paths);
                    letters.addTo(paths);
                    actions.addTo(paths);
                    ownRoutes.addTo(paths);
                },
                new LiveHandler(feed, new LiveParameters(names, routes)),
                registry);
    }

    @Override
    public String name() {
        return ConsoleMain.DEFINITION.name();
    }

    @Override
    public void start() throws StartException {
        new TopicCheck(kafka, access()).verify();
        routes.start();
        server.start();
        var reading = new Intake(kafka, since, desk, meters);
        intake = reading;
        thread = new Thread(reading, "console-intake");
        thread.setUncaughtExceptionHandler((failed, e) -> {
            log.atError().setCause(e).log("the console reads no more");
            failure = e;
        });
        thread.start();
        if (ledger != null) {
            ledger.start();
        }
        log.atInfo().addKeyValue("port", port()).log("console is served");
    }

    private TopicAccess access() {
        var topics = kafka.topics();
        var reads = TopicAccess.reading(
                topics.raw(),
                topics.clean(),
                topics.unique(),
                topics.duplicate(),
                topics.enriched(),
                topics.disposition(),
                topics.sourceStatus(),
                topics.source(),
                topics.sourceCommand(),
                topics.sourceTrial(),
                topics.deadLetter(),
                topics.takedown(),
                topics.route(),
                topics.routeRefill(),
                topics.audit());
        return acts ? reads.and(OperatorRights.access(topics)) : reads;
    }

    @Override
    public List<Right> rights() {
        var rights = new ArrayList<>(Right.to(access()));
        // Where the stages are, by their groups: Kafka tells positions on those topics alone that one may see, so also
        // on those not read here
        rights.add(Right.toSee(StreamsSettings.APPLICATION_PREFIX));
        rights.add(Right.toSee(kafka.topics().story().spec()));
        rights.add(Right.toSee(kafka.topics().fetchRequest().spec()));
        if (acts) {
            rights.addAll(OperatorRights.beside(kafka.topics()));
        }
        return List.copyOf(rights);
    }

    /** The port that the page and the API are served on, once started. */
    public int port() {
        return server.port();
    }

    @Override
    public Health health() {
        if (failure != null) {
            return Health.failed("reading Kafka ended with " + failure);
        }
        return switch (desk.state()) {
            case CATCHING_UP -> Health.starting("reading what happened before the start");
            case LIVE -> Health.up("port " + port());
            case CUT_OFF -> Health.degraded("Kafka does not answer; the page shows what was known");
        };
    }

    @Override
    public void close() {
        feed.close();
        if (intake != null) {
            intake.close();
        }
        if (thread != null) {
            join(thread);
        }
        if (ledger != null) {
            ledger.close();
        }
        server.close();
        fills.close();
        routes.close();
        readers.close();
        places.close();
    }

    private static void join(Thread thread) {
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
