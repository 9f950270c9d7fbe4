package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The resources of a rendered chart. */
final class Manifests {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static final Set<String> OPERATORS = Set.of("operator", "schemas");

    /** The types that the operators and the API server have for them. */
    private static final Map<String, Class<?>> TYPES = Map.ofEntries(
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("kafka.strimzi.io/v1/Kafka", Kafka.class),
            Map.entry("kafka.strimzi.io/v1/KafkaNodePool", KafkaNodePool.class),
            Map.entry("kafka.strimzi.io/v1/KafkaTopic", KafkaTopic.class),
            Map.entry("kafka.strimzi.io/v1/KafkaUser", KafkaUser.class),
            Map.entry("monitoring.coreos.com/v1/PodMonitor", PodMonitor.class),
            Map.entry("monitoring.coreos.com/v1/PrometheusRule", PrometheusRule.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("v1/ConfigMap", ConfigMap.class),
            Map.entry("v1/Service", Service.class));

    private final List<JsonNode> all;

    private Manifests(List<JsonNode> all) {
        this.all = all;
    }

    static Manifests read(Path file) throws IOException {
        return parse(Files.readString(file));
    }

    static Manifests parse(String text) throws IOException {
        try (var documents = YAML.readerFor(JsonNode.class).<JsonNode>readValues(text)) {
            return new Manifests(
                    documents.readAll().stream().filter(JsonNode::isObject).toList());
        }
    }

    List<JsonNode> ofKind(String kind) {
        return all.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    Set<String> named(String kind) {
        return ofKind(kind).stream()
                .map(manifest -> manifest.at("/metadata/name").asText())
                .collect(Collectors.toSet());
    }

    Set<String> kinds() {
        return all.stream().map(manifest -> manifest.path("kind").asText()).collect(Collectors.toSet());
    }

    List<JsonNode> all() {
        return all;
    }

    /** What runs pods of ours. */
    List<JsonNode> workloads() {
        return all.stream()
                .filter(manifest -> manifest.at("/spec/template/spec").isObject())
                .toList();
    }

    /** The workloads that are services: all but those with the rights of the operator. */
    List<JsonNode> services() {
        return workloads().stream()
                .filter(workload ->
                        !OPERATORS.contains(workload.at("/spec/template/metadata/labels/app.kubernetes.io~1component")
                                .asText()))
                .toList();
    }

    /** Refuses rules of network policies that name nobody: Kubernetes takes those for everybody. */
    void requireNamedPeers() {
        for (var policy : ofKind("NetworkPolicy")) {
            var name = policy.at("/metadata/name").asText();
            assertThat(policy.at("/spec/egress"))
                    .as(name + ", out")
                    .allSatisfy(rule -> assertThat(rule.path("to")).isNotEmpty());
            assertThat(policy.at("/spec/ingress"))
                    .as(name + ", in")
                    .allSatisfy(rule -> assertThat(rule.path("from")).isNotEmpty());
        }
    }

    /** Reads every one as its type does it, with no field that the type does not know. */
    void requireStrict() throws IOException {
        for (var manifest : all) {
            var kind = manifest.path("apiVersion").asText() + "/"
                    + manifest.path("kind").asText();
            assertThat(TYPES).as("a type for it").containsKey(kind);
            assertThat(STRICT.treeToValue(manifest, TYPES.get(kind)))
                    .as(kind + " " + manifest.at("/metadata/name").asText())
                    .isNotNull();
        }
    }

    /** The types keep what they do not know aside; here that is refused. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1L;

                @Override
                public Boolean hasAnySetter(Annotated annotated) {
                    return Boolean.FALSE;
                }

                @Override
                public JsonIgnoreProperties.Value findPropertyIgnoralByName(
                        MapperConfig<?> config, Annotated annotated) {
                    return JsonIgnoreProperties.Value.empty();
                }
            });
}
