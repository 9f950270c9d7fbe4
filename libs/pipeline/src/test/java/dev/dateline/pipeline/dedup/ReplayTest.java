package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.DropReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.avro.specific.SpecificRecordBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same log gives the same verdicts, to the byte, however often the process dies on the way. */
class ReplayTest {
    private static final int RECORDS = 600;
    private static final int NEVER = Integer.MAX_VALUE;
    static final DeduplicatorConfig CONFIG = new DeduplicatorConfig(
            Duration.ofHours(3), Duration.ofHours(9), Duration.ofHours(20), Set.of("loner"), Set.of());
    private static final List<RandomLog.Entry> LOG = RandomLog.of(new Random(20260301), RECORDS);

    private record Run(List<String> verdicts, Map<String, ByteBuffer> states, Set<DropReason> drops, int duplicates) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, NEVER})
    void shouldGiveTheSameBytesWhenRebuiltAtEveryNthRecord(int n) {
        var expected = run(NEVER);
        var rebuilt = run(n);
        assertThat(rebuilt.verdicts()).isEqualTo(expected.verdicts());
        assertThat(rebuilt.states()).isEqualTo(expected.states());
    }

    @Test
    void shouldMeetEveryKindOfVerdictInTheRandomLog() {
        var run = run(NEVER);
        assertThat(run.drops())
                .containsExactlyInAnyOrder(
                        DropReason.UNCHANGED,
                        DropReason.SUPERSEDED,
                        DropReason.REDELIVERED,
                        DropReason.NOTHING_TO_WITHDRAW);
        assertThat(run.duplicates()).isGreaterThan(RECORDS / 10);
        assertThat(run.states()).as("stories are forgotten").hasSizeLessThan(120);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldGiveTheSameBytesWhateverTheLogAndWheneverItIsRebuilt(long seed) {
        var random = new Random(seed);
        var log = RandomLog.of(random, 250);
        var expected = run(log, record -> false);
        var rebuilt = run(log, record -> random.nextInt(9) == 0);
        assertThat(rebuilt.verdicts()).isEqualTo(expected.verdicts());
        assertThat(rebuilt.states()).isEqualTo(expected.states());
    }

    private static Run run(int rebuildEvery) {
        return run(LOG, record -> record % rebuildEvery == rebuildEvery - 1);
    }

    private static Run run(List<RandomLog.Entry> log, IntPredicate isRebuiltAt) {
        var states = new BytesInMemory();
        var deduplicator = new Deduplicator(states, CONFIG);
        var verdicts = new ArrayList<String>();
        var drops = EnumSet.noneOf(DropReason.class);
        int duplicates = 0;
        for (int i = 0; i < log.size(); i++) {
            if (isRebuiltAt.test(i)) {
                deduplicator = new Deduplicator(states, CONFIG);
            }
            var next = log.get(i);
            var judgement = deduplicator.judge(next.article(), next.ingestTime(), next.position());
            verdicts.add(bytes(judgement));
            judgement.dropped().ifPresent(drops::add);
            duplicates += judgement.duplicate().isPresent() ? 1 : 0;
        }
        sweep(states);
        return new Run(verdicts, states.content(), drops, duplicates);
    }

    /** How far the sweep came depends on where it began. */
    private static void sweep(BytesInMemory states) {
        var now = new Object() {
            Instant time = Instant.EPOCH;
        };
        states.forEach(state -> now.time = state.getTouchedAt().isAfter(now.time) ? state.getTouchedAt() : now.time);
        var sweep = new Sweep(states, new Lifetime(states, CONFIG));
        for (int i = 0; i < RECORDS; i++) {
            sweep.step(now.time);
        }
    }

    /** All that a judgement says. */
    static String bytes(Judgement judgement) {
        var out = new ByteArrayOutputStream();
        judgement.unique().ifPresent(it -> write(it, out));
        judgement.duplicate().ifPresent(it -> write(it, out));
        judgement.stories().forEach(it -> write(it, out));
        out.writeBytes((judgement.dropped() + judgement.detail()).getBytes(StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static void write(SpecificRecordBase record, ByteArrayOutputStream out) {
        try {
            var method = record.getClass().getMethod("toByteBuffer");
            Channels.newChannel(out).write((ByteBuffer) method.invoke(record));
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
