package dev.dateline.pipeline.page.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.HostBoilerplate;
import dev.dateline.schema.RemovedBlock;
import dev.dateline.schema.RepeatedBlock;
import dev.dateline.schema.TextEdge;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoilerplateLearnerTest {
    private static final String LETTER = "Get the harbour letter in your inbox every morning.";
    private static final String KICKER = "Harbour and coast";

    private final HostsInMemory states = new HostsInMemory();
    private final BoilerplateLearner learner = new BoilerplateLearner(states, Set.of());
    private final SampleHost host = new SampleHost(learner, "news.example");

    @Test
    void shouldLearnWhatEveryArticleRepeatsAtItsEnds() {
        assertThat(host.publish(HostHabits.FEWEST - 1, KICKER, LETTER)).isEmpty();

        assertThat(host.publish(1, KICKER, LETTER)).singleElement().satisfies(learnt -> {
            assertThat(learnt.getHost()).isEqualTo("news.example");
            assertThat(learnt.getVersion()).isOne();
            assertThat(learnt.getArticles()).isEqualTo(HostHabits.FEWEST);
            assertThat(learnt.getBlocks())
                    .containsExactly(
                            new RepeatedBlock(TextEdge.HEAD, KICKER, HostHabits.FEWEST),
                            new RepeatedBlock(TextEdge.TAIL, LETTER, HostHabits.FEWEST));
            assertThat(learnt.getAt()).isEqualTo(SampleHost.START.plusSeconds(HostHabits.FEWEST));
        });
    }

    @Test
    void shouldLearnInScriptsWithoutSpaces() {
        var versions = host.publish(HostHabits.FEWEST, "本报综合报道", "更多新闻请关注本报公众号。");

        assertThat(texts(last(versions))).containsExactly("本报综合报道", "更多新闻请关注本报公众号。");
    }

    @Test
    void shouldNotLearnWhatFewerThanAFifthRepeat() {
        for (int i = 0; i < 100; i++) {
            assertThat(host.publish(1, "", LETTER)).isEmpty();
            assertThat(host.publish(5, "", "")).isEmpty();
        }
    }

    @Test
    void shouldForgetATemplateThatIsGoneAndLearnTheNext() {
        host.publish(400, "", LETTER);
        var versions = host.publish(400, "", "Join the harbour club today.");

        assertThat(texts(versions.get(0))).containsExactly(LETTER, "Join the harbour club today.");
        assertThat(texts(last(versions))).containsExactly("Join the harbour club today.");
        assertThat(versions).extracting(HostBoilerplate::getVersion).containsExactly(2, 3);
    }

    @Test
    void shouldNotFlapWhenAShareSwaysAroundAFifth() {
        var versions = new ArrayList<>(host.publish(HostHabits.FEWEST, "", LETTER));
        for (int i = 0; i < 60; i++) {
            versions.addAll(host.publish(3, "", LETTER));
            versions.addAll(host.publish(17, "", ""));
        }

        assertThat(versions).hasSize(1);
    }

    @Test
    void shouldGoOnCountingWhatIsRemoved() {
        host.publish(HostHabits.FEWEST, KICKER, LETTER);

        for (int i = 0; i < 500; i++) {
            var article = host.article("cleaned" + i, host.title(), host.around("", ""))
                    .setRemoved(
                            List.of(new RemovedBlock(TextEdge.HEAD, KICKER), new RemovedBlock(TextEdge.TAIL, LETTER)));
            assertThat(host.learn(article.build())).isEmpty();
        }
    }

    @Test
    void shouldCountTheVersionsOfAnArticleOnce() {
        for (int i = 0; i < 90; i++) {
            var version = host.article("same", host.title(), host.around("", LETTER));
            assertThat(host.learn(version.build())).isEmpty();
        }
        assertThat(states.get("news.example").getArticles()).isOne();
    }

    @Test
    void shouldCountTheSameContentAtOtherAddressesOnce() {
        var text = host.around("", LETTER);
        for (int i = 0; i < 90; i++) {
            assertThat(host.publish("The same title", text)).isEmpty();
        }
        assertThat(states.get("news.example").getArticles()).isOne();
    }

    @Test
    void shouldNotLearnFromAFewArticlesHoweverOftenTheyAreEdited() {
        for (int i = 0; i < 1_000; i++) {
            host.publish(9, "", "");
            var blog = host.article("live", host.title(), host.around("", LETTER));
            assertThat(host.learn(blog.build())).isEmpty();
        }
    }

    @Test
    void shouldLeaveTheTemplateOfADailyBulletinAlone() {
        for (int i = 0; i < 200; i++) {
            host.publish(2, "", "");
            assertThat(host.publish(
                            "Exchange rates for day " + i,
                            host.around("Official rates of the national bank:", "All rates are in tenge.")))
                    .isEmpty();
        }
    }

    @Test
    void shouldLearnThoughAllTitlesOfTheHostShareAWord() {
        for (int i = 0; i < HostHabits.FEWEST - 1; i++) {
            host.publish("Arsenal " + host.title(), host.around("", LETTER));
        }
        assertThat(host.publish("Arsenal " + host.title(), host.around("", LETTER)))
                .isPresent();
    }

    @Test
    void shouldNeverLearnTheOnlyBlockOfATextNorALongOne() {
        for (int i = 0; i < 50; i++) {
            assertThat(host.learn(host.article("a" + i, host.title(), LETTER)
                            .setContentHash("a" + i)
                            .build()))
                    .isEmpty();
        }
        assertThat(host.publish(100, "", "long ".repeat(300))).isEmpty();
    }

    @Test
    void shouldLearnNothingFromWithdrawalsAndHostsThatAreLeftAlone() {
        var gone = host.article("gone", "", "").setStatus(ArticleStatus.WITHDRAWN);
        assertThat(host.learn(gone.build())).isEmpty();
        new SampleHost(new BoilerplateLearner(states, Set.of("left.example")), "left.example").publish(100, "", LETTER);

        assertThat(states.states).isEmpty();
    }

    @Test
    void shouldKeepHostsApart() {
        var other = new SampleHost(learner, "other.example");
        host.publish(HostHabits.FEWEST - 1, "", LETTER);
        assertThat(other.publish(HostHabits.FEWEST - 1, "", LETTER)).isEmpty();

        assertThat(last(host.publish(1, "", LETTER)).getHost()).isEqualTo("news.example");
        assertThat(last(other.publish(1, "", LETTER)).getHost()).isEqualTo("other.example");
    }

    @Test
    void shouldBeginAnewWithAHostThatIsForgotten() {
        host.publish(100, "", LETTER);

        assertThat(learner.forget("news.example", SampleHost.START))
                .hasValueSatisfying(learnt -> assertThat(learnt.getBlocks()).isEmpty());
        assertThat(host.publish(HostHabits.FEWEST - 1, "", LETTER)).isEmpty();
        assertThat(last(host.publish(1, "", LETTER)).getVersion()).isEqualTo(3);
        assertThat(learner.forget("unknown.example", SampleHost.START)).isEmpty();
    }

    @Test
    void shouldStaySmallWhateverAHostPrints() {
        for (int i = 0; i < 2_000; i++) {
            int number = i;
            var blocks = IntStream.range(0, 20)
                    .mapToObj(place -> "Block %d of group %d".formatted(place, number % (1 + place * 3)))
                    .toList();
            host.publish(host.title(), String.join("\n\n", blocks));
        }
        var state = states.get("news.example");

        assertThat(state.getBlocks()).hasSizeLessThanOrEqualTo(HostHabits.COUNTED);
        assertThat(state.getBlocks().stream().filter(block -> block.getText() != null))
                .hasSizeBetween(4, HostHabits.LEARNT);
        assertThat(state.getLatest().remaining() + state.getOnce().remaining()).isLessThan(1_600);
    }

    @Test
    void shouldMakeRoomForNewcomersOnlyWhereHostsAreIdle() {
        var small = new BoilerplateLearner(states, Set.of(), 2);
        new SampleHost(small, "learnt.example").publish(HostHabits.FEWEST, "", LETTER);
        new SampleHost(small, "idle.example").publish(1, "", "");
        var newcomer = new SampleHost(small, "newcomer.example").article("a", "Title", "One.\n\nTwo.");

        small.learn(newcomer.build(), SampleHost.START);
        assertThat(states.states).containsOnlyKeys("learnt.example", "idle.example");

        small.learn(newcomer.build(), SampleHost.START.plus(Duration.ofDays(31)));
        assertThat(states.states).containsOnlyKeys("learnt.example", "newcomer.example");
    }

    @Test
    void shouldGiveTheSameVersionsFromTheSameLogAlsoWhenStartedAnew() {
        var once = new ArrayList<>(host.publish(400, KICKER, LETTER));
        once.addAll(host.publish(400, "", LETTER));

        var again = new HostsInMemory();
        var versions = new ArrayList<HostBoilerplate>();
        for (int i = 0; i < 800; i++) {
            var restarted = new SampleHost(new BoilerplateLearner(again, Set.of()), "news.example");
            restarted.goOnBehind(i);
            versions.addAll(restarted.publish(1, i < 400 ? KICKER : "", LETTER));
        }

        assertThat(versions).isEqualTo(once).hasSize(2);
    }

    private static HostBoilerplate last(List<HostBoilerplate> versions) {
        return versions.get(versions.size() - 1);
    }

    private static List<String> texts(HostBoilerplate learnt) {
        return learnt.getBlocks().stream().map(RepeatedBlock::getText).toList();
    }
}
