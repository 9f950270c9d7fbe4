package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program of Prometheus or Alertmanager that says whether a configuration is right. */
record MonitoringTool(String name, String debianPackage) {
    static final MonitoringTool PROMTOOL = new MonitoringTool("promtool", "prometheus");
    static final MonitoringTool AMTOOL = new MonitoringTool("amtool", "prometheus-alertmanager");

    private static final Path DEPLOY = Path.of("..", "..", "deploy");

    /** Skips the test, with a reason, where the program is not installed. */
    void assumeInstalled() throws InterruptedException {
        assumeTrue(isInstalled(), name + " is not installed (Debian: " + debianPackage + "): this is not tried");
    }

    /** Runs it in the folder of deployment and gives all that it says. */
    String run(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(name));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(DEPLOY.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said;
    }

    private boolean isInstalled() throws InterruptedException {
        try {
            run("--version");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
