package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.schema.IndexEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever takes over an index that was kept judges as one that made it from the states, and reads no state for it. */
class KeptIndexTest {
    private static final DeduplicatorConfig CONFIG = ReplayTest.CONFIG;
    private static final List<RandomLog.Entry> LOG = RandomLog.of(new Random(20260302), 500);
    private static final List<String> EXPECTED = verdicts(new Deduplicator(new BytesInMemory(), CONFIG), LOG);

    private final Random random = new Random(5);
    private final BytesInMemory states = new BytesInMemory();
    private IndexInBytes index = new IndexInBytes();

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 250})
    void shouldGiveTheSameBytesWheneverAnotherTakesOver(int every) {
        var verdicts = new ArrayList<String>();
        for (int from = 0; from < LOG.size(); from += every) {
            index = index.takenOver(random);
            var deduplicator = new Deduplicator(states, index, CONFIG);
            assertThat(deduplicator.isRebuilt()).isEqualTo(from == 0);
            verdicts.addAll(verdicts(deduplicator, LOG.subList(from, Math.min(LOG.size(), from + every))));
        }
        assertThat(verdicts).isEqualTo(EXPECTED);
    }

    @Test
    void shouldKeepWhatTheStatesSayAndNothingPastTheHorizon() {
        var deduplicator = new Deduplicator(states, index, CONFIG);
        for (var record : LOG) {
            deduplicator.judge(record.article(), record.ingestTime(), record.position());
            // What the last record has moved past the horizon is forgotten with the next
            deduplicator.judge(record.article(), record.ingestTime(), record.position());
            assertThat(index.articles()).isEqualTo(fromStates());
        }
        assertThat(index.articles()).hasSizeBetween(5, 60);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 1_000})
    void shouldKeepAnIndexThatWasMadeFromTheStatesWhileTheLogGoesOn(int atOnce) {
        var before = verdicts(new Deduplicator(states, CONFIG), LOG.subList(0, 300));
        var upgraded = new Deduplicator(states, index, CONFIG);
        assertThat(upgraded.isRebuilt()).isTrue();
        int next = 300;
        boolean kept = false;
        while (!kept) {
            assertThat(new Deduplicator(states, index.takenOver(random), CONFIG).isRebuilt())
                    .as("what is not kept whole is not used")
                    .isTrue();
            before.addAll(verdicts(upgraded, LOG.subList(next, next + 1)));
            next++;
            kept = upgraded.keepIndex(atOnce);
        }
        var other = new Deduplicator(states, index.takenOver(random), CONFIG);
        assertThat(other.isRebuilt()).isFalse();
        before.addAll(verdicts(other, LOG.subList(next, LOG.size())));
        assertThat(before).isEqualTo(EXPECTED);
    }

    @Test
    void shouldMakeTheIndexAnewForALongerHorizon() {
        verdicts(new Deduplicator(states, index, CONFIG), LOG.subList(0, 300));
        assertMadeAnew(with(CONFIG.horizon().plusMillis(1), CONFIG.neverCompared()));
    }

    @Test
    void shouldMakeTheIndexAnewForOtherSources() {
        verdicts(new Deduplicator(states, index, CONFIG), LOG.subList(0, 300));
        assertMadeAnew(with(CONFIG.horizon(), Set.of("example")));
        assertMadeAnew(with(CONFIG.horizon(), Set.of()));
    }

    @Test
    void shouldForgetAtOnceForAShorterHorizonAndMakeTheIndexAnewForTheOldOne() {
        verdicts(new Deduplicator(states, index, CONFIG), LOG.subList(0, 300));
        var shorter = new Deduplicator(states, index, with(Duration.ofMinutes(10), CONFIG.neverCompared()));
        assertThat(shorter.isRebuilt()).isFalse();
        verdicts(shorter, LOG.subList(299, 300));
        assertThat(index.articles().size()).isLessThan(fromStates().size());
        assertMadeAnew(CONFIG);
    }

    private void assertMadeAnew(DeduplicatorConfig config) {
        index = index.takenOver(random);
        var anew = new Deduplicator(states, index, config);
        assertThat(anew.isRebuilt()).isTrue();
        while (!anew.keepIndex(1)) {}
        assertThat(index.articles()).isEqualTo(fromStates(config));
    }

    private static DeduplicatorConfig with(Duration horizon, Set<String> neverCompared) {
        return new DeduplicatorConfig(horizon, CONFIG.retention(), CONFIG.versionRetention(), neverCompared, Set.of());
    }

    private TreeMap<String, IndexEntry> fromStates() {
        return fromStates(CONFIG);
    }

    /** What an index holds that is made from the states alone. */
    private TreeMap<String, IndexEntry> fromStates(DeduplicatorConfig config) {
        var made = new IndexInBytes();
        var deduplicator = new Deduplicator(states, made, config);
        while (!deduplicator.keepIndex(100)) {}
        return made.articles();
    }

    private static List<String> verdicts(Deduplicator deduplicator, List<RandomLog.Entry> log) {
        var verdicts = new ArrayList<String>();
        for (var record : log) {
            verdicts.add(
                    ReplayTest.bytes(deduplicator.judge(record.article(), record.ingestTime(), record.position())));
        }
        return verdicts;
    }
}
