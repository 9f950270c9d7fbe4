package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Signatures in bit planes say what their components say; random ones of all degrees of likeness are the oracle. */
class SignatureTest {
    private static final int PAIRS = 3_000;
    private static final int SLOT = 5;

    private final Random random = new Random(2007);
    private final SignatureTable table = new SignatureTable();

    @Test
    void shouldBoundEqualComponentsFromAboveAndCountThemInTheEnd() {
        for (int i = 0; i < PAIRS; i++) {
            var one = components();
            var other = alike(one);
            var signature = signature(one);
            var planes = signature(other).planes();
            int equal = (int) IntStream.range(0, one.length)
                    .filter(at -> one[at] == other[at])
                    .count();
            assertThat(signature.equal(Signature.PLANES, planes, 0)).isEqualTo(equal);
            for (int known = 0; known < Signature.PLANES; known++) {
                assertThat(signature.equal(known, planes, 0))
                        .isGreaterThanOrEqualTo(signature.equal(known + 1, planes, 0));
            }
        }
    }

    @Test
    void shouldPackWhatItUnpacked() {
        for (int i = 0; i < PAIRS; i++) {
            var packed = ByteBuffer.allocate(Sketcher.COMPONENTS * Short.BYTES);
            random.nextBytes(packed.array());
            table.set(SLOT, Signature.unpack(i, packed));
            assertThat(table.get(SLOT).packed()).isEqualTo(packed);
            assertThat(table.get(SLOT).size()).isEqualTo(i);
        }
    }

    @Test
    void shouldNeverTurnAwayACandidateAtFirstSight() {
        int candidates = 0;
        int turnedAway = 0;
        for (int i = 0; i < PAIRS; i++) {
            var one = components();
            var other = alike(one);
            var signature = signature(one);
            var there = signature(other);
            double least = random.nextDouble();
            table.set(SLOT, there);
            boolean isCandidate = signature.containment(there) >= least && shareBand(one, other);
            assertThat(table.isCandidate(signature, SLOT, least)).isEqualTo(isCandidate);
            if (isCandidate) {
                assertThat(table.mayBeCandidate(signature, SLOT, least)).isTrue();
            }
            candidates += isCandidate ? 1 : 0;
            turnedAway += table.mayBeCandidate(signature, SLOT, least) ? 0 : 1;
        }
        assertThat(candidates).isGreaterThan(PAIRS / 10);
        assertThat(turnedAway).isGreaterThan(PAIRS / 10);
    }

    @Test
    void shouldGiveTheBandsOfTheComponents() {
        var components = components();
        var signature = signature(components);
        table.set(SLOT, signature);
        var bands = table.bands(SLOT);
        assertThat(bands).hasSize(BandIndex.BANDS);
        for (int band = 0; band < bands.length; band++) {
            int first = band * BandIndex.ROWS;
            int value =
                    Short.toUnsignedInt(components[first]) << Short.SIZE | Short.toUnsignedInt(components[first + 1]);
            assertThat(bands[band]).isEqualTo(value);
            assertThat(table.band(band, SLOT)).isEqualTo(value);
        }
    }

    private static boolean shareBand(short[] one, short[] other) {
        return IntStream.range(0, BandIndex.BANDS)
                .map(band -> band * BandIndex.ROWS)
                .anyMatch(at -> one[at] == other[at] && one[at + 1] == other[at + 1]);
    }

    private short[] components() {
        var components = new short[Sketcher.COMPONENTS];
        for (int i = 0; i < components.length; i++) {
            components[i] = (short) random.nextInt();
        }
        return components;
    }

    /** Exchanges a share of the components, any share. */
    private short[] alike(short[] components) {
        var alike = components.clone();
        double exchanged = random.nextDouble();
        for (int i = 0; i < alike.length; i++) {
            alike[i] = random.nextDouble() < exchanged ? (short) random.nextInt() : alike[i];
        }
        return alike;
    }

    private Signature signature(short[] components) {
        var packed = ByteBuffer.allocate(components.length * Short.BYTES);
        packed.asShortBuffer().put(components);
        return Signature.unpack(1 + random.nextInt(1_000), packed);
    }
}
