package dev.dateline.runtime;

import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Setting;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Runs one service as a program: settings, metrics, admin port, a clean end on SIGTERM.
 *
 * <p>Exit codes: 0 after a signal, 1 when the service failed while running, 2 when it could not start.
 */
@Command(mixinStandardHelpOptions = true)
public final class ServiceRunner implements Callable<Integer> {
    public static final int FAILED = 1;
    public static final int CANNOT_START = 2;

    private static final Logger log = LoggerFactory.getLogger(ServiceRunner.class);
    private static final int HEALTH_CHECK_SECONDS = 1;

    private final ServiceDefinition definition;
    private final List<MeterFilter> filters;

    @Mixin
    private final SettingsOptions options = new SettingsOptions();

    private ServiceRunner(ServiceDefinition definition, List<MeterFilter> filters) {
        this.definition = definition;
        this.filters = filters;
    }

    /** Runs a service until it is told to end, then exits the JVM. */
    public static void run(ServiceDefinition definition, List<MeterFilter> filters, String[] args) {
        System.exit(command(definition, filters).execute(args));
    }

    /** The service as a command, for a command line that has several. */
    public static CommandLine command(ServiceDefinition definition, List<MeterFilter> filters) {
        var command = new CommandLine(new ServiceRunner(definition, filters))
                .setCommandName(definition.name())
                .setExecutionExceptionHandler(ServiceRunner::report);
        command.getCommandSpec().usageMessage().description(definition.description());
        return command;
    }

    /** Tells what went wrong in words: problems as a list, a surprise as one line (its trace goes to the log). */
    public static int report(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        if (exception instanceof StartException start) {
            command.getErr().println(start.report());
            return CANNOT_START;
        }
        log.atError().setCause(exception).log("unexpected failure");
        command.getErr().println("Unexpected failure: " + exception + " (the log has the trace)");
        return FAILED;
    }

    @Override
    public Integer call() throws StartException, InterruptedException {
        var settings = options.load(declared(definition), Map.of());
        try (var metrics = new Metrics(filters);
                var program = new Program();
                var admin = AdminServer.start(settings, metrics, program::services)) {
            log.atInfo().addKeyValue("port", admin.port()).log("health and metrics are served");
            program.start(List.of(definition.factory().create(new Environment(settings, metrics.registry()))));
            return waitForEnd(program);
        }
    }

    private static List<Setting<?>> declared(ServiceDefinition definition) {
        var declared = new ArrayList<>(definition.settings());
        declared.addAll(AdminServer.SETTINGS);
        return declared;
    }

    /** Blocks until a signal comes or a service has failed; gives the exit code. */
    public static int waitForEnd(Program program) throws InterruptedException {
        var asked = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            asked.countDown();
                            program.close();
                        },
                        "shutdown"));
        while (!asked.await(HEALTH_CHECK_SECONDS, TimeUnit.SECONDS)) {
            for (var service : program.services()) {
                var health = service.health();
                if (health.state() == Health.State.FAILED) {
                    log.atError()
                            .addKeyValue("service", service.name())
                            .addKeyValue("detail", health.detail())
                            .log("failed");
                    return FAILED;
                }
            }
        }
        return 0;
    }
}
