package dev.dateline.fetcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.dateline.kafka.client.Clients;
import dev.dateline.kafka.operate.Order;
import dev.dateline.kafka.operate.TrialDesk;
import dev.dateline.runtime.Health;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.RawArticle;
import dev.dateline.schema.SourceKind;
import dev.dateline.schema.SourceState;
import dev.dateline.schema.SourceTrial;
import dev.dateline.schema.TrialItem;
import dev.dateline.testkit.Articles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The fetcher between a real web site and a real broker. */
@Execution(ExecutionMode.CONCURRENT)
class FetcherIT {
    private final LocalSite site = new LocalSite();
    private FetcherBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new FetcherBench();
        site.page("/a", "First article");
        site.page("/b", "Second article");
        site.feed("/a", "/b");
    }

    @AfterEach
    void close() {
        bench.close();
        site.close();
    }

    @Test
    void shouldPublishWhatAFeedLists() throws Exception {
        bench.source("local", site.url("/feed.xml"));
        bench.start();

        soon().untilAsserted(() -> assertThat(urls()).containsExactlyInAnyOrder(site.url("/a"), site.url("/b")));

        var article = bench.articles().get(0);
        assertThat(article.getArticleId()).hasSize(32);
        assertThat(article.getPublisher().getOutlet()).isEqualTo("Local News");
        assertThat(article.getFeedItem().getTitle()).startsWith("On /");
        assertThat(article.getFetch().getHttpStatus()).isEqualTo(200);
        soon().untilAsserted(() -> assertThat(bench.statuses()).last().satisfies(status -> {
            assertThat(status.getState()).isEqualTo(SourceState.OK);
            assertThat(status.getArticles()).isEqualTo(2);
            assertThat(status.getItems()).isEqualTo(2);
        }));
    }

    @Test
    void shouldPublishNothingTwiceAfterARestart() throws Exception {
        bench.source("local", site.url("/feed.xml"));
        var first = bench.start();
        soon().until(() -> bench.articles().size() == 2);
        first.close();
        var polled = site.requests("/feed.xml");

        bench.start();
        soon().until(() -> site.requests("/feed.xml") > polled + 2 && site.requests("/a") > 2);

        assertThat(urls()).containsExactlyInAnyOrder(site.url("/a"), site.url("/b"));
    }

    @Test
    void shouldPublishAnEditAndAWithdrawal() throws Exception {
        bench.source("local", site.url("/feed.xml"));
        bench.start();
        soon().until(() -> bench.articles().size() == 2);

        site.page("/a", "First article, corrected");
        soon().until(() -> bodies("/a").size() == 2);
        site.status("/a", 410);
        soon().until(() -> versions("/a").size() == 3);

        assertThat(bodies("/a").get(1)).contains("corrected");
        assertThat(versions("/a").get(2).getStatus()).isEqualTo(ArticleStatus.WITHDRAWN);
        assertThat(versions("/a").get(2).getWithdrawnReason()).isEqualTo("410 Gone");
        assertThat(versions("/a"))
                .extracting(RawArticle::getArticleId)
                .containsOnly(versions("/a").get(0).getArticleId());
        assertThat(versions("/b")).hasSize(1);
    }

    @Test
    void shouldEndWhatAKilledProcessLeftOpen() throws Exception {
        var topic = bench.kafka.topics().raw();
        try (var killed = Clients.transactionalProducer(bench.kafka, "killed", "dateline-fetcher-0")) {
            killed.initTransactions();
            killed.beginTransaction();
            var lost = Articles.raw("lost", "half of a batch").build();
            killed.send(new ProducerRecord<>(
                    topic.name(), "lost", topic.values().serializer().serialize(topic.name(), lost)));
            killed.flush();

            bench.source("local", site.url("/feed.xml"));
            bench.start();

            soon().until(() -> bench.articles().size() == 2);
            assertThat(urls()).containsExactlyInAnyOrder(site.url("/a"), site.url("/b"));
        }
    }

    @Test
    void shouldFailWhenAnotherProcessTakesItsName() throws Exception {
        bench.source("local", site.url("/feed.xml"));
        var first = bench.start();
        soon().until(() -> bench.articles().size() == 2);

        bench.start();
        site.page("/a", "First article, corrected");

        soon().until(() -> first.health().state() == Health.State.FAILED);
        assertThat(first.health().detail()).contains(FetcherConfig.INSTANCE.key());
    }

    @Test
    void shouldPublishNothingTwiceWhenPartitionsChangeHands() throws Exception {
        bench.source("local", site.url("/feed.xml"));
        bench.source("other", site.url("/other.xml"));
        bench.start("one");
        soon().until(() -> bench.articles().size() == 2);

        var two = bench.start("two");
        soon().until(() -> two.health().state() == Health.State.UP);
        site.page("/c", "Third article");
        site.feed("/c", "/a", "/b");
        soon().until(() -> bench.articles().size() == 3);
        two.close();
        var polled = site.requests("/feed.xml");
        soon().until(() -> site.requests("/feed.xml") > polled + 2);

        assertThat(urls()).containsExactlyInAnyOrder(site.url("/a"), site.url("/b"), site.url("/c"));
    }

    @Test
    void shouldTellAnOperatorWhatAPollWouldGive() throws Exception {
        bench.source("local", site.url("/feed.xml"));
        bench.start();
        soon().until(() -> bench.articles().size() == 2);
        var desk = new TrialDesk(bench.kafka);
        var order = new Order("night-shift", null, false);

        var known = answer(desk, desk.test("local", order).orElseThrow());
        assertThat(known.getSourceId()).isEqualTo("local");
        assertThat(known.getContentType()).isEqualTo("application/rss+xml");
        assertThat(known.getCharset()).isEqualTo("UTF-8");
        assertThat(known.getRobots()).isEqualTo("allows it");
        assertThat(known.getItems()).hasSize(2).allMatch(TrialItem::getSeen);

        site.page("/c", "Third article");
        site.feedAt("/new.xml", "/a", "/c");
        var address = answer(desk, desk.testAddress(site.url("/new.xml"), SourceKind.FEED, order));
        assertThat(address.getFresh()).isEqualTo(1);
        assertThat(address.getItems()).extracting(TrialItem::getSeen).containsExactly(true, false);

        var inside = answer(desk, desk.testAddress("http://10.1.2.3/feed", SourceKind.FEED, order));
        assertThat(inside.getProblem()).startsWith("Our own guard refuses it").contains("10.1.2.3");
        assertThat(desk.test("unknown", order)).isEmpty();
        assertThat(site.requests("/c")).isZero();
        assertThat(bench.articles()).hasSize(2);
    }

    private static SourceTrial answer(TrialDesk desk, TrialDesk.Ticket ticket) {
        return desk.await(ticket, Duration.ofSeconds(20)).orElseThrow();
    }

    @Test
    void shouldGoOnWhenTheBrokerReturns() throws Exception {
        bench.source("local", site.url("/feed.xml"));
        bench.start();
        soon().until(() -> bench.articles().size() == 2);

        bench.broker.stop();
        site.page("/c", "Third article");
        site.feed("/c", "/a", "/b");
        soon().until(() -> site.requests("/feed.xml") > 2);
        bench.broker.start();

        soon().untilAsserted(() ->
                assertThat(urls()).containsExactlyInAnyOrder(site.url("/a"), site.url("/b"), site.url("/c")));
    }

    private List<String> urls() {
        return bench.articles().stream().map(RawArticle::getUrl).toList();
    }

    private List<RawArticle> versions(String path) {
        return bench.articles().stream()
                .filter(article -> article.getUrl().equals(site.url(path)))
                .toList();
    }

    private List<String> bodies(String path) {
        return versions(path).stream()
                .map(article -> StandardCharsets.UTF_8.decode(article.getBody()).toString())
                .toList();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
    }
}
