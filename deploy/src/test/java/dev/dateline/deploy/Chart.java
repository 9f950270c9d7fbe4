package dev.dateline.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The chart, and Helm to render it with where that is installed. */
final class Chart {
    /** What the chart gives with the values that one must say; kept, so that changes are seen and checked without Helm. */
    static final Path RENDERED = Path.of("helm", "rendered.yaml");

    private static final List<String> MUST_BE_SAID =
            List.of("--set", "fetcher.userAgent=mybot/1.0 (+https://my.example/bot)");

    private Chart() {}

    /** What Helm printed, and whether it was content. */
    record Answer(int code, String out, String err) {}

    /** Skips the test, with a reason, where Helm is not installed. */
    static void assumeHelm() throws Exception {
        assumeTrue(
                has(),
                "SKIPPED: helm is not installed (.ci/run says how to get it): the chart is not rendered, what is kept is checked");
    }

    /** Renders with what must be said, and these arguments. */
    static Answer render(String... arguments) throws Exception {
        var all = new ArrayList<>(MUST_BE_SAID);
        all.addAll(List.of(arguments));
        return renderOnly(all.toArray(String[]::new));
    }

    static Answer renderOnly(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("helm", "template", "news", "helm/dateline", "--namespace", "news"));
        command.addAll(List.of(arguments));
        return run(command);
    }

    static Answer run(List<String> command) throws IOException, InterruptedException {
        var err = Files.createTempFile("helm", ".err");
        var out = Files.createTempFile("helm", ".out");
        var process = new ProcessBuilder(command)
                .redirectError(err.toFile())
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException(command + " does not end");
        }
        return new Answer(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), Files.readString(err));
    }

    private static boolean has() throws InterruptedException {
        try {
            return run(List.of("helm", "version")).code() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
