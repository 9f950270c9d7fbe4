package dev.dateline.standalone;

import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Apicurio Registry as a process of its own, with its storage in memory; the Maven profile "apicurio" brings it. */
final class ApicurioRegistry implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "apicurio");
    private static final String JAVA_HOME_PROPERTY = "apicurio.java-home";
    private static final Path VIRTUAL_MACHINES = Path.of("/usr/lib/jvm");
    private static final int LEAST_JAVA = 21;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port = freePort();
    private final HttpClient http = HttpClient.newHttpClient();

    /** Starts one; where that cannot be, the test that asks is skipped and says why. */
    ApicurioRegistry(Path folder) throws IOException {
        var program = program();
        assumeThat(program)
                .as("SKIPPED: no Apicurio Registry in %s; .ci/run says how Maven brings it", FOLDER)
                .isPresent();
        var java = java();
        assumeThat(java)
                .as(
                        "SKIPPED: Apicurio Registry needs a JDK %d or newer; name one with -D%s",
                        LEAST_JAVA, JAVA_HOME_PROPERTY)
                .isPresent();
        process = new ProcessBuilder(
                        java.get().toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        program.get().toAbsolutePath().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("apicurio.log").toFile())
                .start();
        await().atMost(PATIENCE).ignoreExceptions().until(() -> get("/subjects").statusCode() == 200);
    }

    /** Where it speaks as Confluent's registry does. */
    String address() {
        return origin() + "/apis/ccompat/v7";
    }

    String origin() {
        return "http://127.0.0.1:" + port;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(address() + path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address() + path))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static Optional<Path> program() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Optional.empty();
        }
        try (var files = Files.find(FOLDER, 3, (file, attributes) -> file.endsWith("quarkus-run.jar"))) {
            return files.findFirst();
        }
    }

    private static Optional<Path> java() throws IOException {
        var named = System.getProperty(JAVA_HOME_PROPERTY);
        if (named != null) {
            return Optional.of(Path.of(named, "bin", "java"));
        }
        if (!Files.isDirectory(VIRTUAL_MACHINES)) {
            return Optional.empty();
        }
        try (Stream<Path> homes = Files.list(VIRTUAL_MACHINES)) {
            return homes.filter(home -> version(home) >= LEAST_JAVA)
                    .map(home -> home.resolve("bin/java"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }

    /** Every JDK says in its folder what it is. */
    private static int version(Path home) {
        var file = home.resolve("release");
        if (!Files.isReadable(file)) {
            return 0;
        }
        var release = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            release.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Integer.parseInt(
                release.getProperty("JAVA_VERSION", "0").replace("\"", "").split("\\.")[0]);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
