package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.kafka.topics.TopicCatalogue;
import dev.dateline.runtime.AdminServer;
import dev.dateline.runtime.settings.Setting;
import dev.dateline.runtime.settings.SettingsLoader;
import dev.dateline.standalone.KafkaUsers;
import dev.dateline.standalone.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the chart gives, held against the types of Kubernetes and Strimzi, the catalogue, the programs and their settings. */
class ManifestsTest {
    @TempDir
    static Path folder;

    private static Manifests manifests;

    @BeforeAll
    static void read() throws Exception {
        manifests = Manifests.read(Chart.RENDERED);
    }

    @Test
    void shouldBeReadByTheTypesOfKubernetesAndStrimzi() throws Exception {
        manifests.requireStrict();
        assertThatThrownBy(() -> Manifests.parse(
                                Files.readString(Chart.RENDERED).replace("livenessProbe", "lifenessProbe"))
                        .requireStrict())
                .hasMessageContaining("lifenessProbe");
        assertThatThrownBy(
                        () -> Manifests.parse(Files.readString(Chart.RENDERED).replace("patternType", "patterntype"))
                                .requireStrict())
                .hasMessageContaining("patterntype");
    }

    @Test
    void shouldMakeTheTopicsOfTheCatalogueAndNoOther() {
        var expected = TopicCatalogue.load().all().stream().collect(Collectors.toMap(topic -> topic.name(), topic -> {
            var config = new TreeMap<>(topic.config());
            config.put("min.insync.replicas", "2");
            return topic.partitions() + " x 3 " + config;
        }));
        var made = manifests.ofKind("KafkaTopic").stream()
                .collect(Collectors.toMap(
                        topic -> topic.at("/metadata/name").asText(),
                        topic -> topic.at("/spec/partitions").asInt() + " x "
                                + topic.at("/spec/replicas").asInt() + " " + texts(topic.at("/spec/config"))));

        assertThat(made).isEqualTo(expected);
    }

    @Test
    @Tag("slow")
    void shouldGiveEveryProgramItsRightsAndNoMore() throws Exception {
        var expected = new TreeMap<String, Integer>();
        KafkaUsers.all().forEach((program, rights) -> expected.put("dateline-" + program, rights.size()));
        expected.remove("dateline-" + KafkaUsers.ACTING_CONSOLE);
        var given = new TreeMap<String, Integer>();
        for (var user : manifests.ofKind("KafkaUser")) {
            given.put(
                    user.at("/metadata/name").asText(),
                    user.at("/spec/authorization/acls").size());
        }

        assertThat(given).isEqualTo(expected);
        assertThat(manifests.ofKind("KafkaUser"))
                .allSatisfy(
                        user -> assertThat(user.at("/spec/authentication/type").asText())
                                .isEqualTo("tls"));
    }

    @Test
    void shouldRunEveryServiceWithSettingsThatItKnows() throws Exception {
        assertThat(manifests.services())
                .extracting(workload -> container(workload).path("args").path(0).asText())
                .containsExactlyInAnyOrderElementsOf(Services.ALL.stream()
                        .map(definition -> definition.name())
                        .toList());
        var secret = Files.writeString(folder.resolve("secret"), "name:0123456789abcdef");
        for (var workload : manifests.services()) {
            var service = Services.ALL.stream()
                    .filter(each -> each.name()
                            .equals(container(workload).path("args").path(0).asText()))
                    .findFirst()
                    .orElseThrow();
            var declared = new ArrayList<Setting<?>>(service.settings());
            declared.addAll(AdminServer.SETTINGS);
            var known = declared.stream().map(Setting::key).collect(Collectors.toSet());
            var environment = environment(workload, secret);

            assertThat(new SettingsLoader(declared).environment(environment).load())
                    .as(service.name())
                    .isNotNull();
            assertThat(environment.keySet())
                    .allSatisfy(variable -> assertThat(known.stream()
                                    .map(key -> "DATELINE_"
                                            + key.toUpperCase(Locale.ROOT)
                                                    .replace('.', '_')
                                                    .replace('-', '_')))
                            .contains(variable.replaceAll("(_PASSWORD|_TOKENS)_FILE$", "$1")));
        }
    }

    @Test
    void shouldGiveNobodyMoreThanItNeeds() {
        for (var workload : manifests.workloads()) {
            var name = workload.at("/metadata/name").asText();
            var pod = workload.at("/spec/template/spec");
            assertThat(pod.path("automountServiceAccountToken").asBoolean(true))
                    .as(name)
                    .isFalse();
            assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(pod.at("/securityContext/runAsUser").asInt()).as(name).isPositive();
            assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            var container = container(workload);
            assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                    .as(name)
                    .isTrue();
            assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                    .isFalse();
            assertThat(container.at("/securityContext/capabilities/drop/0").asText())
                    .isEqualTo("ALL");
            assertThat(container.at("/resources/limits/memory").asText())
                    .as(name)
                    .isNotEmpty();
            assertThat(container.at("/resources/requests/cpu").asText())
                    .as(name)
                    .isNotEmpty();
        }
    }

    @Test
    void shouldAskEveryServiceHowItIs() {
        for (var workload : manifests.services()) {
            for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                assertThat(container(workload).at("/" + probe + "/httpGet/path").asText())
                        .as(probe)
                        .isIn("/health", "/ready");
            }
        }
    }

    @Test
    void shouldHaveAPodForTheCommandsOfOperatorsWhenAskedForOne() {
        var operator = manifests.workloads().stream()
                .filter(workload -> workload.at("/metadata/name").asText().equals("dateline-operator"))
                .findFirst()
                .orElseThrow();

        assertThat(operator.at("/spec/replicas").asInt(-1)).isZero();
        assertThat(operator.at("/spec/template/metadata/labels"))
                .as("brokers and network policies let in what has these")
                .isEqualTo(operator.at("/spec/selector/matchLabels"))
                .contains(new TextNode("dateline"), new TextNode("news"));
        assertThat(operator.at("/spec/template/spec/volumes"))
                .filteredOn(volume -> volume.path("name").asText().equals("kafka-user"))
                .allSatisfy(volume ->
                        assertThat(volume.at("/secret/secretName").asText()).isEqualTo("dateline-operator"))
                .hasSize(1);
        assertThat(container(operator).path("volumeMounts"))
                .as("where a file of sources can be put")
                .anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp"));
    }

    @Test
    void shouldLeaveClusterAndTopicsWhenTheReleaseGoes() {
        for (var kind : List.of("Kafka", "KafkaNodePool", "KafkaTopic")) {
            assertThat(manifests.ofKind(kind))
                    .isNotEmpty()
                    .allSatisfy(kept -> assertThat(kept.at("/metadata/annotations/helm.sh~1resource-policy")
                                    .asText())
                            .as(kind)
                            .isEqualTo("keep"));
        }
    }

    @Test
    void shouldLeaveTheVersionOfKafkaToTheOperator() {
        assertThat(manifests.ofKind("Kafka"))
                .singleElement()
                .satisfies(kafka ->
                        assertThat(kafka.at("/spec/kafka").has("version")).isFalse())
                .satisfies(kafka -> assertThat(kafka.at("/spec/kafka").has("metadataVersion"))
                        .isFalse());
    }

    @Test
    void shouldNameWhomPodsSpeakTo() throws Exception {
        manifests.requireNamedPeers();
        assertThatThrownBy(() -> Manifests.parse(Files.readString(Chart.RENDERED)
                                .replaceFirst("- to:\n +- podSelector: [^\n]+", "- to: []"))
                        .requireNamedPeers())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldHoldNoSecretItself() {
        assertThat(manifests.kinds()).doesNotContain("Secret");
        for (var workload : manifests.workloads()) {
            assertThat(container(workload).path("env"))
                    .filteredOn(variable -> variable.path("name").asText().matches(".*(PASSWORD|TOKENS|KEY)(_FILE)?"))
                    .allSatisfy(variable ->
                            assertThat(variable.path("value").asText()).startsWith("/run/secrets/"));
        }
    }

    @Test
    void shouldLetOnlyTheFetcherOutAndNotInwards() {
        var open = manifests.ofKind("NetworkPolicy").stream()
                .filter(policy -> policy.toString().contains("0.0.0.0/0"))
                .toList();

        assertThat(open)
                .singleElement()
                .satisfies(policy -> assertThat(policy.at("/spec/podSelector/matchLabels/app.kubernetes.io~1component")
                                .asText())
                        .isEqualTo("fetcher"));
        assertThat(elements(open.get(0).at("/spec/egress/0/to/0/ipBlock/except"))
                        .map(JsonNode::asText))
                .contains(
                        "10.0.0.0/8",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "169.254.0.0/16",
                        "127.0.0.0/8",
                        "100.64.0.0/10");
        assertThat(elements(open.get(0).at("/spec/egress/0/to/1/ipBlock/except"))
                        .map(JsonNode::asText))
                .contains("fc00::/7", "fe80::/10", "::1/128", "64:ff9b::/96", "2002::/16");
    }

    @Test
    void shouldKeepOneOfEachServiceWhileNodesAreEmptied() {
        var replicated = manifests.workloads().stream()
                .filter(workload -> workload.at("/spec/replicas").asInt() > 1)
                .map(workload -> workload.at("/metadata/name").asText())
                .toList();

        assertThat(manifests.named("PodDisruptionBudget")).containsExactlyInAnyOrderElementsOf(replicated);
    }

    @Test
    void shouldAlertAsComposeDoes() throws Exception {
        var alerts =
                new YAMLMapper().readTree(Path.of("prometheus", "alerts.yml").toFile());

        assertThat(manifests.ofKind("PrometheusRule"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.path("spec")).isEqualTo(alerts));
    }

    private static JsonNode container(JsonNode workload) {
        return workload.at("/spec/template/spec/containers/0");
    }

    /** What the container gets, with a file of the test in the place of each that holds a secret. */
    private static Map<String, String> environment(JsonNode workload, Path secret) {
        var environment = new HashMap<String, String>();
        for (var variable : container(workload).path("env")) {
            var name = variable.path("name").asText();
            var given = variable.has("valueFrom")
                    ? "given-elsewhere"
                    : variable.path("value").asText();
            environment.put(name, name.matches(".*(PASSWORD|TOKENS)_FILE") ? secret.toString() : given);
        }
        return environment;
    }

    private static Map<String, String> texts(JsonNode node) {
        var texts = new TreeMap<String, String>();
        node.properties()
                .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }

    private static Stream<JsonNode> elements(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
