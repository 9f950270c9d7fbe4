package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.dateline.runtime.AdminServer;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.standalone.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The stack of one machine. Docker is not asked; what it would read is. */
class ComposeTest {
    private static final Path FOLDER = Path.of("compose");

    @TempDir
    static Path folder;

    private static JsonNode compose;

    @BeforeAll
    static void read() throws Exception {
        // Merge keys are resolved by this reader alone
        Map<String, Object> loaded = new Yaml().load(Files.readString(FOLDER.resolve("compose.yaml")));
        compose = new ObjectMapper().valueToTree(loaded);
    }

    @Test
    void shouldRunEveryServiceWithSettingsThatItKnows() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "name:0123456789abcdef\n");
        for (var service : Services.ALL) {
            var program = compose.path("services").path(service.name());
            assertThat(program.path("command").path(0).asText()).isEqualTo(service.name());
            var declared = new ArrayList<Setting<?>>(service.settings());
            declared.addAll(AdminServer.SETTINGS);
            var environment = new HashMap<String, String>();
            program.path("environment").properties().forEach(variable -> {
                var value = variable.getValue().asText();
                var known = value.startsWith("/run/secrets/") ? secret.toString() : value;
                environment.put(variable.getKey(), value.startsWith("$") ? "mybot/1.0 (+https://my.example)" : known);
            });

            assertThat(new SettingsLoader(declared).environment(environment).load())
                    .isNotNull();
        }
    }

    @Test
    void shouldOpenNoPortToOtherMachines() {
        for (var service : compose.path("services").properties()) {
            assertThat(service.getValue().path("ports"))
                    .as(service.getKey())
                    .allSatisfy(port -> assertThat(port.asText()).startsWith("127.0.0.1:"));
        }
    }

    @Test
    void shouldBoundAndWatchEveryContainer() {
        for (var service : compose.path("services").properties()) {
            var limits = service.getValue().at("/deploy/resources/limits");
            assertThat(limits.path("cpus").asText()).as(service.getKey()).isNotEmpty();
            assertThat(limits.path("memory").asText()).as(service.getKey()).isNotEmpty();
            assertThat(service.getValue().path("healthcheck").isObject())
                    .as(service.getKey())
                    .isTrue();
            assertThat(service.getValue().at("/logging/options/max-size").asText())
                    .as(service.getKey())
                    .isNotEmpty();
        }
    }

    @Test
    void shouldKeepProgramsOfOursFromWritingAndRising() {
        for (var service : Services.ALL) {
            var program = compose.path("services").path(service.name());
            assertThat(program.path("read_only").asBoolean()).isTrue();
            assertThat(program.path("cap_drop").path(0).asText()).isEqualTo("ALL");
            assertThat(program.path("security_opt").path(0).asText()).isEqualTo("no-new-privileges:true");
        }
    }

    @Test
    void shouldHoldNoSecretItself() {
        for (var service : compose.path("services").properties()) {
            for (var variable : service.getValue().path("environment").properties()) {
                var name = variable.getKey();
                var value = variable.getValue().asText();
                if (name.endsWith("_FILE")) {
                    var file = value.replace("/run/secrets/", "");
                    assertThat(service.getValue().path("secrets"))
                            .as(name)
                            .anyMatch(each -> each.asText().equals(file));
                    assertThat(compose.path("secrets").has(file)).as(file).isTrue();
                } else if (name.contains("PASSWORD") || name.contains("TOKEN")) {
                    assertThat(value).as(name).matches("\\$\\{[A-Z_]+:[?]set it in \\.env}");
                }
            }
        }
    }

    @Test
    void shouldWaitForTheRegistryWhereItIsUsed() {
        assertThat(compose.path("services").properties())
                .filteredOn(service -> service.getValue().path("environment").has("DATELINE_KAFKA_SCHEMA_REGISTRY"))
                .hasSize(Services.ALL.size() + 1)
                .allSatisfy(service -> assertThat(service.getValue()
                                .at("/depends_on/registry/condition")
                                .asText())
                        .as(service.getKey())
                        .isEqualTo("service_healthy"));
    }

    @Test
    void shouldMountNobodyElsesSecrets() {
        for (var service : compose.path("services").properties()) {
            assertThat(service.getValue().path("volumes"))
                    .extracting(volume -> volume.path("source").asText(volume.asText()))
                    .filteredOn(source -> source.startsWith("./secrets"))
                    .allSatisfy(source -> assertThat(source.split(":")[0]).isEqualTo("./secrets/" + service.getKey()));
        }
    }

    @Test
    void shouldFitIntoTheMemoryThatIsAskedFor() throws Exception {
        var megabytes = 0;
        for (var service : compose.path("services").properties()) {
            var memory =
                    service.getValue().at("/deploy/resources/limits/memory").asText();
            var lasts = !service.getValue().path("restart").asText().startsWith("on-failure");
            var number = Integer.parseInt(memory.substring(0, memory.length() - 1));
            megabytes += lasts ? number * (memory.endsWith("g") ? 1024 : 1) : 0;
        }

        assertThat(Files.readString(Path.of("README.md")))
                .contains(String.format(Locale.ROOT, "add up to %.1f GB", megabytes / 1024.0));
    }

    @Test
    void shouldPinWhatOthersMade() {
        for (var service : compose.path("services").properties()) {
            var image = service.getValue().path("image").asText();
            if (!image.contains("DATELINE_IMAGE")) {
                assertThat(image).as(service.getKey()).matches("[a-z/-]+:v?[0-9].*");
            }
        }
        assertThat(List.of("kafka", "postgres", "registry", "prometheus", "alertmanager", "grafana"))
                .allSatisfy(
                        name -> assertThat(compose.path("services").has(name)).isTrue());
    }
}
