package dev.dateline.runtime;

import dev.dateline.runtime.metrics.Metrics;
import dev.dateline.runtime.settings.Setting;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Runs one service as a program: settings, metrics, admin port, a clean end on SIGTERM.
 *
 * <p>Exit codes: 1 when the service failed while running, 2 when it could not start; a signal ends it cleanly with the code that
 * the JVM gives for it (143 for SIGTERM, 130 for Ctrl-C).
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
        exit(command(definition, filters), args);
    }

    /** Runs a command line as the whole of a JVM's life. */
    public static void exit(CommandLine commandLine, String[] args) {
        Termination.guardMainThread();
        var code = commandLine.execute(args);
        Termination.done();
        System.exit(code);
    }

    /** The service as a command, for a command line that has several. */
    public static CommandLine command(ServiceDefinition definition, List<MeterFilter> filters) {
        return command(definition, filters, Set.of());
    }

    /**
     * The service as a command, for a command line that knows every other program too.
     *
     * @param otherSections sections of a settings file that other programs read
     */
    public static CommandLine command(
            ServiceDefinition definition, List<MeterFilter> filters, Set<String> otherSections) {
        var runner = new ServiceRunner(definition, filters);
        runner.options.setOtherSections(otherSections);
        var command = new CommandLine(runner)
                .setCommandName(definition.name())
                .setExecutionExceptionHandler(ServiceRunner::report);
        command.getCommandSpec().usageMessage().description(definition.description());
        return command;
    }

    /** Tells what went wrong in words: problems as a list, a surprise as one line (its trace goes to the log). */
    public static int report(Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
        if (exception instanceof InterruptedException) {
            return 0; // told to end while it was starting
        }
        if (exception instanceof StartException start) {
            command.getErr().println(start.report());
            return CANNOT_START;
        }
        log.atError().setCause(exception).log("unexpected failure");
        command.getErr().println("Unexpected failure: " + exception + "");
        return FAILED;
    }

    @Override
    public Integer call() throws StartException {
        var settings = options.load(declared(definition));
        try (var metrics = new Metrics(filters);
                var program = new Program();
                var admin = AdminServer.start(settings, metrics, program)) {
            log.atInfo().addKeyValue("port", admin.port()).log("health and metrics are served");
            program.start(List.of(definition.factory().create(new Environment(settings, metrics.registry()))));
            program.markReady();
            return waitForEnd(program);
        }
    }

    private static List<Setting<?>> declared(ServiceDefinition definition) {
        var declared = new ArrayList<>(definition.settings());
        declared.addAll(AdminServer.SETTINGS);
        return declared;
    }

    /** Blocks until the program is told to end (see {@link Termination}) or a service has failed; gives the exit code. */
    public static int waitForEnd(Program program) {
        try {
            while (true) {
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
                TimeUnit.SECONDS.sleep(HEALTH_CHECK_SECONDS);
            }
        } catch (InterruptedException e) {
            // The flag is not set again: what is closed now must be free to wait.
            return 0;
        }
    }
}
