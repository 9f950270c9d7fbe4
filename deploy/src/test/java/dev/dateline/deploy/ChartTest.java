package dev.dateline.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.testkit.GoldenFile;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chart as Helm renders it. */
@Tag("slow")
class ChartTest {
    @BeforeEach
    void skipWithoutHelm() throws Exception {
        Chart.assumeHelm();
    }

    @Test
    void shouldGiveWhatWasLookedAt() throws Exception {
        var rendered = Chart.render("--set", "monitoring.dashboards=false");

        assertThat(rendered.code()).as(rendered.err()).isZero();
        GoldenFile.verify(Chart.RENDERED.toString(), rendered.out());
    }

    @Test
    void shouldFindNothingToComplainOf() throws Exception {
        var answer = Chart.run(List.of(
                "helm",
                "lint",
                "--strict",
                "helm/dateline",
                "--set",
                "fetcher.userAgent=mybot/1.0 (+https://my.example/bot)"));

        assertThat(answer.code()).as(answer.out() + answer.err()).isZero();
    }

    @Test
    void shouldBringTheDashboards() throws Exception {
        var manifests = Manifests.parse(Chart.render().out());

        assertThat(manifests.ofKind("ConfigMap"))
                .extracting(map -> map.at("/metadata/name").asText())
                .containsExactlyInAnyOrder(
                        "dateline-dashboard-news-flow",
                        "dateline-dashboard-quality",
                        "dateline-dashboard-sources",
                        "dateline-dashboard-streams-jvm");
        manifests.requireStrict();
    }

    @Test
    void shouldRenderWithEverythingTurnedTheOtherWay() throws Exception {
        var rendered = Chart.render(
                "--set", "kafka.create=false",
                "--set", "kafka.replicas=1",
                "--set", "monitoring.enabled=false",
                "--set", "schemaRegistry.url=https://registry:443/apis/ccompat/v7",
                "--set-json", "schemaRegistry.to=[{\"podSelector\":{\"matchLabels\":{\"app\":\"registry\"}}}]",
                "--set-json", "network.dns.to=[{\"ipBlock\":{\"cidr\":\"169.254.20.10/32\"}}]",
                "--set-json", "network.dns.ports=[{\"port\":5353,\"protocol\":\"UDP\"}]",
                "--set", "operator.replicas=1",
                "--set", "env.DATELINE_KAFKA_MAX_PARTITIONS=6",
                "--set", "console.tokensSecret=console-tokens",
                "--set", "console.prometheusUrl=http://prometheus.monitoring:9090",
                "--set", "fetcher.secret=logins",
                "--set", "fetcher.proxies.eu=http://proxy.eu:3128",
                "--set-json", "fetcher.egress=[{\"to\":[{\"podSelector\":{}}],\"ports\":[{\"port\":3128}]}]",
                "--set", "services.cleaner.storage=",
                "--set", "services.router.env.DATELINE_STREAMS_THREADS=2",
                "--set", "defaults.replicas=1",
                "--set", "image.digest=sha256:" + "0".repeat(64));
        assertThat(rendered.code()).as(rendered.err()).isZero();
        var manifests = Manifests.parse(rendered.out());

        manifests.requireStrict();
        manifests.requireNamedPeers();
        assertThat(manifests.kinds()).doesNotContain("Kafka", "PodMonitor", "PodDisruptionBudget");
        assertThat(manifests.named("KafkaUser"))
                .contains("dateline-console-acting")
                .doesNotContain("dateline-console");
        assertThat(rendered.out())
                .contains("DATELINE_CONSOLE_TOKENS_FILE", "DATELINE_KAFKA_SCHEMA_REGISTRY", "dateline@sha256:000")
                .contains("secretName: logins", "DATELINE_FETCHER_SECRETS", "eu=http://proxy.eu:3128", "port: 3128")
                .contains("app: registry", "cidr: 169.254.20.10/32", "port: 5353")
                .doesNotContain("min.insync.replicas: \"2\"", "kube-system");
        assertThat(manifests.workloads())
                .filteredOn(workload -> !manifests.services().contains(workload))
                .hasSize(2)
                .allSatisfy(workload -> assertThat(workload.toString())
                        .contains("{\"name\":\"DATELINE_KAFKA_MAX_PARTITIONS\",\"value\":\"6\"}"));
    }

    @Test
    void shouldRegisterSchemasWhileItWaitsForTheServices() throws Exception {
        var rendered = Chart.render(
                "--set", "schemaRegistry.url=https://registry:443/apis/ccompat/v7",
                "--set-json", "schemaRegistry.to=[{\"podSelector\":{}}]");
        var manifests = Manifests.parse(rendered.out());

        assertThat(rendered.out()).doesNotContain("helm.sh/hook");
        assertThat(manifests.ofKind("Job")).singleElement().satisfies(job -> {
            assertThat(job.at("/metadata/name").asText()).endsWith("-1");
            assertThat(job.at("/spec/ttlSecondsAfterFinished").asInt()).isPositive();
            assertThat(job.at("/spec/backoffLimit").asInt()).isGreaterThan(20);
        });
    }

    @Test
    void shouldRunTheVersionOfKafkaThatIsAskedFor() throws Exception {
        var rendered = Chart.render("--set", "kafka.version=4.2.0", "--set", "kafka.metadataVersion=4.2-IV1");

        assertThat(Manifests.parse(rendered.out()).ofKind("Kafka"))
                .singleElement()
                .satisfies(kafka ->
                        assertThat(kafka.at("/spec/kafka/version").asText()).isEqualTo("4.2.0"))
                .satisfies(kafka -> assertThat(
                                kafka.at("/spec/kafka/metadataVersion").asText())
                        .isEqualTo("4.2-IV1"));
    }

    @ParameterizedTest
    @CsvSource({
        "fetcher.userAgent=, userAgent",
        "fetcher.userAgent=curl, userAgent",
        "fetcher.secrets=logins, secrets",
        "fetcher.proxies.eu=http://me:word@proxy.eu:3128, eu",
        "postgres.url=jdbc:postgresql://postgres/dateline, url",
        "image.digest=latest, digest",
        "postgres.to=null, to",
        "console.tokenSecret=tokens, tokenSecret",
        "kafka.minInsync=2, minInsync",
        "kafka.listenerPort=none, listenerPort",
        "schemaregistry.url=https://registry, schemaregistry",
        "schemaRegistry.url=https://registry, /schemaRegistry/to",
        "monitoring.enable=false, enable",
        "network.dns.peers=none, peers",
        "operator.replicas=2, replicas",
        "services.clenaer.replicas=1, clenaer",
        "services.cleaner.replica=1, replica"
    })
    void shouldRefuseValuesThatAreWrong(String value, String named) throws Exception {
        var refused =
                Chart.renderOnly("--set", "fetcher.userAgent=mybot/1.0 (+https://my.example/bot)", "--set", value);

        assertThat(refused.code()).isNotZero();
        assertThat(refused.err()).contains(named);
    }
}
