package dev.dateline.standalone.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.embedded.EmbeddedKafka;
import dev.dateline.fetcher.FetcherConfig;
import dev.dateline.fetcher.sources.SourcePublisher;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Source;
import dev.dateline.standalone.ClusterUser;
import dev.dateline.standalone.DatelineMain;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two fetchers look after many sites; one is killed and started again, the other one stopped and continued. Every version of every page is
 * published once, and no site is asked by both, nor by one of them twice at a time. 200 sites by default; with {@code -Ddrill=true} 2,000.
 */
@Tag("slow")
class FetchersOutageIT {
    private static final boolean DRILL = Boolean.getBoolean("drill");
    private static final int SITES = DRILL ? 2_000 : 200;
    private static final Duration PATIENCE = Duration.ofMinutes(DRILL ? 15 : 3);
    private static final Duration SPACING = Duration.ofMillis(200);
    /** Longer than the session of the group. */
    private static final Duration STOP = Duration.ofSeconds(12);
    /** What was under way at a stop may go on after it: one request with all its time, which these sites do not take. */
    private static final Duration GRACE = Duration.ofSeconds(DRILL ? 30 : 10);

    @TempDir
    Path folder;

    private ManySites sites;
    private ClusterUser user;

    @Test
    void shouldPublishEachVersionOnceAndAskNoSiteTwice() throws Exception {
        try (var broker = EmbeddedKafka.temporary();
                var web = new ManySites(SITES)) {
            sites = web;
            user = new ClusterUser(broker.bootstrap(), 8);
            assertThat(user.applyTopics()).isZero();
            new SourcePublisher(user.kafka())
                    .publish(IntStream.range(0, SITES).mapToObj(this::source).toList());
            var one = fetcher("one");
            var two = fetcher("two");
            try {
                run(one, two);
            } finally {
                one.kill();
                two.kill();
            }
        }
    }

    private void run(ChildJvm one, ChildJvm two) throws Exception {
        one.start();
        two.start();
        soon().until(() -> published().size() >= sites.truth().size());

        sites.publishEdition(1);
        soon().until(() -> published().size() > sites.truth().size() / 2);
        one.kill();
        soon().until(() -> published().size() >= sites.truth().size());
        one.start();
        soon().until(() -> agentsSince(Instant.now().minusSeconds(5)) == 2);

        sites.publishEdition(2);
        soon().until(() -> published().size() > sites.truth().size() * 2 / 3);
        var stopped = Instant.now();
        signal(two, "-STOP");
        Thread.sleep(STOP.toMillis());
        signal(two, "-CONT");
        var continued = Instant.now();
        soon().until(() -> published().size() >= sites.truth().size());
        soon().until(() -> agentsSince(continued.plus(GRACE)) == 2);

        assertThat(published()).doesNotHaveDuplicates().hasSameElementsAs(sites.truth());
        assertThat(crowded(stopped, continued))
                .as("asked twice at a time, or too soon")
                .isEmpty();
        assertThat(shared(continued)).as("asked by both").isEmpty();
        System.out.printf(
                "%d sites, %d versions, %d requests%n",
                SITES, published().size(), sites.visits().size());
    }

    /** Address and edition of everything that was published, in the order of each address. */
    private List<String> published() {
        var raw = user.kafka().topics().raw();
        return user.records(raw.name()).stream()
                .map(record -> raw.values().deserializer().deserialize(raw.name(), record.value()))
                .map(article -> article.getUrl() + " "
                        + ManySites.editionOf(
                                StandardCharsets.UTF_8.decode(article.getBody()).toString()))
                .toList();
    }

    private long agentsSince(Instant moment) {
        return sites.visits().stream()
                .filter(visit -> visit.at().isAfter(moment))
                .map(ManySites.Visit::agent)
                .distinct()
                .count();
    }

    /** Sites that were asked while they were asked, or sooner after it than they are asked by one. */
    private TreeSet<String> crowded(Instant stopped, Instant continued) {
        var crowded = new TreeSet<String>();
        sites.visitsBySite().forEach((site, visits) -> {
            for (int i = 1; i < visits.size(); i++) {
                var visit = visits.get(i);
                var inGrace = visit.at().isAfter(stopped) && visit.at().isBefore(continued.plus(GRACE));
                var gap = Duration.between(visits.get(i - 1).at(), visit.at());
                if (!inGrace && (visit.atOnce() > 1 || gap.compareTo(SPACING) < 0)) {
                    crowded.add(site + " " + gap.toMillis() + " ms by "
                            + visits.get(i - 1).agent() + ", " + visit.agent());
                }
            }
        });
        return crowded;
    }

    /** Sites that two fetchers ask in the end, when nothing has changed hands for a while. */
    private List<String> shared(Instant continued) {
        var shared = new ArrayList<String>();
        sites.visitsBySite().forEach((site, visits) -> {
            var agents = visits.stream()
                    .filter(visit -> visit.at().isAfter(continued.plus(GRACE)))
                    .map(ManySites.Visit::agent)
                    .collect(Collectors.toSet());
            if (agents.size() > 1) {
                shared.add(site);
            }
        });
        return shared;
    }

    private ChildJvm fetcher(String name) {
        var arguments = new ArrayList<>(List.of("fetcher"));
        arguments.addAll(user.options());
        for (var setting : List.of(
                FetcherConfig.INSTANCE.key() + "=" + name,
                FetcherConfig.USER_AGENT.key() + "=" + name + "/1.0 (+https://news.example/bot)",
                FetcherConfig.ALLOW_LOOPBACK.key() + "=true",
                FetcherConfig.WORKERS.key() + "=32",
                FetcherConfig.HOST_SPACING.key() + "=" + SPACING.toMillis() + "ms",
                FetcherConfig.MIN_INTERVAL.key() + "=5s",
                FetcherConfig.MAX_INTERVAL.key() + "=10s",
                FetcherConfig.REVISIT_AFTER.key() + "=" + revisits())) {
            arguments.add("--set");
            arguments.add(setting);
        }
        return new ChildJvm("fetcher-" + name, folder, "512m", DatelineMain.class, arguments);
    }

    private static String revisits() {
        return IntStream.range(1, 60).mapToObj(i -> 15 * i + "s").collect(Collectors.joining(","));
    }

    private Source source(int site) {
        return Source.newBuilder()
                .setId("site-" + site)
                .setName("Site " + site)
                .setUrl(sites.feed(site))
                .setPublisher(Publisher.newBuilder().build())
                .build();
    }

    private static void signal(ChildJvm program, String signal) throws Exception {
        var kill = new ProcessBuilder(
                "kill", signal, Long.toString(program.process().pid()));
        assertThat(kill.start().waitFor()).isZero();
    }

    private static ConditionFactory soon() {
        return await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1));
    }
}
