package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is in the image that Jib makes. */
@Tag("slow")
class ImageTest {
    private static final Path COMMAND = Path.of("image", "usr", "local", "bin", "dateline");

    private Image image;

    @BeforeEach
    void read() throws Exception {
        image = Image.read();
    }

    @Test
    void shouldRunAsNobodyInParticular() {
        assertThat(image.config().path("User").asText()).isEqualTo("10001:10001");
        assertThat(image.files().values())
                .as("nothing runs as its owner")
                .noneMatch(file -> (file.getMode() & 06000) != 0);
    }

    @Test
    void shouldStartTheCommandLineWithTheServiceAsItsArgument() {
        assertThat(texts(image.config().path("Entrypoint")))
                .startsWith("java", "-XX:+ExitOnOutOfMemoryError")
                .endsWith("dev.dateline.standalone.DatelineMain");
        assertThat(texts(image.config().path("Cmd"))).containsExactly("--help");
        assertThat(texts(image.config().path("Env")))
                .contains(
                        "DATELINE_ADMIN_PORT=9464",
                        "JDK_JAVA_OPTIONS=-XX:+UseSerialGC -XX:MaxRAMPercentage=55",
                        "DATELINE_STREAMS_STATE_DIRECTORY=/var/lib/dateline/streams")
                .noneMatch(variable -> variable.matches("(?i).*(password|secret|token|key).*"));
        assertThat(image.config()
                        .path("Labels")
                        .path("org.opencontainers.image.licenses")
                        .asText())
                .isEqualTo("Apache-2.0");
    }

    @Test
    void shouldStartTheSameForThoseWhoAreInsideAlready() throws Exception {
        assertThat(Files.readString(COMMAND))
                .contains("\nexec " + String.join(" ", texts(image.config().path("Entrypoint"))) + " \"$@\"\n");
        assertThat(image.files().get("/usr/local/bin/dateline").getMode() & 0777)
                .isEqualTo(0755);
    }

    @Test
    void shouldKeepWhatSeldomChangesInLayersOfItsOwn() {
        assertThat(image.layers().stream().filter(layer -> holds(layer.keySet(), "/app/libs/kafka-clients")))
                .singleElement()
                .satisfies(layer ->
                        assertThat(holds(layer.keySet(), "/app/libs/dateline-")).isFalse());
        assertThat(image.layers().stream().filter(layer -> holds(layer.keySet(), "/app/classes/dev/dateline")))
                .singleElement()
                .satisfies(
                        layer -> assertThat(holds(layer.keySet(), "/app/libs/")).isFalse());
    }

    @Test
    void shouldHoldTheProgramAndNothingOfThoseWhoMadeIt() {
        var names = image.files().keySet();

        for (var service : List.of("fetcher", "cleaner", "deduplicator", "tagger", "router", "sink", "console")) {
            assertThat(holds(names, "/app/libs/dateline-" + service))
                    .as(service)
                    .isTrue();
        }
        assertThat(names)
                .noneMatch(name ->
                        name.matches(".*(\\.env|\\.git|\\.pem|\\.key|\\.p12|id_rsa|settings\\.xml|test-classes).*"))
                .noneMatch(name -> name.matches(".*/(junit|assertj|awaitility|playwright|error_prone)[^/]*\\.jar"));
    }

    @Test
    void shouldLetItsUserWriteToItsStateAlone() {
        var files = image.files();
        assertThat(files.get("/usr/local/bin/ready").getMode() & 0777).isEqualTo(0755);
        assertThat(files.get("/var/lib/dateline/").getMode() & 0777).isEqualTo(0777);
        assertThat(files.entrySet())
                .filteredOn(file -> file.getKey().startsWith("/app/"))
                .allSatisfy(file -> {
                    assertThat(file.getValue().getLongUserId()).isZero();
                    assertThat(file.getValue().getMode() & 0022)
                            .as("others may not write")
                            .isZero();
                });
    }

    private static boolean holds(Collection<String> names, String beginning) {
        return names.stream().anyMatch(name -> name.startsWith(beginning));
    }

    private static List<String> texts(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
