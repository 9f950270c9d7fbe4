package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.testkit.PageCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Somebody who works through docs/subscribing.md at the top of a checkout, beside a running program. */
final class Subscriber {
    private static final String PAGE = "../../docs/subscribing.md";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final PageCommands page = PageCommands.of(PAGE);
    private final Path checkout;
    private final Map<String, String> environment;

    /** @param folder where the checkout is laid out: the docs, and a launcher that runs what the tests run */
    Subscriber(Path folder, String brokers, String console) throws IOException {
        checkout = Files.createDirectory(folder.resolve("checkout"));
        environment = Map.of("BROKERS", brokers, "DATELINE", console);
        Files.createSymbolicLink(
                checkout.resolve("docs"), Path.of(PAGE).toRealPath().getParent());
        var launcher = Files.writeString(
                checkout.resolve("dateline"),
                "#!/bin/sh%nexec '%s' -cp '%s' %s \"$@\"%n"
                        .formatted(java(), System.getProperty("java.class.path"), DatelineMain.class.getName()));
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
    }

    List<String> commands() {
        return page.commands();
    }

    /** The queries of the page. */
    List<String> queries() {
        return page.in("sql");
    }

    /** Runs a command of the page, where its program is on this machine. */
    String run(String command) throws Exception {
        var program = command.split(" ", 2)[0];
        if (program.contains("python")) {
            assumeThat(Tools.python())
                    .as(
                            "SKIPPED: no Python with confluent_kafka and avro (Debian: python3-confluent-kafka, python3-avro)")
                    .contains(program);
        } else if (!program.startsWith("./")) {
            assumeThat(Tools.has(program)).as("SKIPPED: no " + program).isTrue();
        }
        return PageCommands.run(command, checkout, environment);
    }

    /** Compiles and runs the Java example of the page until it has printed something; gives that. */
    String runJava() throws Exception {
        var source = Files.writeString(
                checkout.resolve("EnergyDesk.java"), page.in("java").get(0));
        var printed = checkout.resolve("printed.txt");
        var process = new ProcessBuilder(
                        java(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        source.toString(),
                        environment.get("BROKERS"),
                        environment.get("DATELINE"))
                .redirectOutput(printed.toFile())
                .redirectError(checkout.resolve("errors.txt").toFile())
                .start();
        try {
            await().atMost(PATIENCE).until(() -> Files.size(printed) > 0 || !process.isAlive());
            assertThat(process.isAlive())
                    .as(Files.readString(checkout.resolve("errors.txt")))
                    .isTrue();
            return Files.readString(printed);
        } finally {
            process.destroy();
        }
    }

    private static String java() {
        return ProcessHandle.current().info().command().orElse("java");
    }
}
