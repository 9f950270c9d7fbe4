package dev.dateline.benchmarks;

import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Provenance;
import dev.dateline.schema.Publisher;
import dev.dateline.schema.Sketch;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

/**
 * An endless log of clean articles that cost next to nothing to make: texts are cut from noise, and sketches are drawn and not
 * computed. They collide as real ones do: measured on one agency's news, two unrelated articles share a band in one pair of a
 * thousand; here a share of the components is drawn from few common values so that as many do. One article in five is a copy of a
 * recent one, with a tenth of its shingles exchanged.
 */
final class ArticleLog {
    private static final int COMPONENTS = 256;
    private static final int SHINGLES = 300;
    private static final int WORDS = 180;
    private static final int FIGURES = 12;
    private static final int TEXT = 2_500;
    private static final int RECENT = 4_096;
    private static final int SOURCES = 500;
    private static final int COMMON_VALUES = 4;
    private static final double COMMON = 0.12;
    private static final double COPIES = 0.2;
    private static final double EXCHANGED = 0.1;

    private final Random random = new Random(1);
    private final Sketch[] recent = new Sketch[RECENT];
    private final String noise = noise(1 << 20);
    private int made;

    /** Makes the next article, at a time of the log. */
    CleanArticle next(Instant at) {
        var id = new byte[16];
        random.nextBytes(id);
        var name = HexFormat.of().formatHex(id);
        var isCopy = made >= RECENT && random.nextDouble() < COPIES;
        var sketch = isCopy ? copy(recent[random.nextInt(RECENT)]) : sketch();
        recent[made++ % RECENT] = sketch;
        int start = random.nextInt(noise.length() - TEXT);
        return CleanArticle.newBuilder()
                .setArticleId(name)
                .setCanonicalUrl("https://site" + random.nextInt(SOURCES) + ".example/2026/03/01/" + name)
                .setSourceId("source-" + random.nextInt(SOURCES))
                .setPublisher(
                        Publisher.newBuilder().setOutlet("The Daily Example").build())
                .setFetchedAt(at)
                .setEventTime(at)
                .setTitle(noise.substring(start, start + 70))
                .setText(noise.substring(start, start + TEXT))
                .setLanguage("en")
                .setProvenance(Provenance.newBuilder().build())
                .setContentHash(name + name)
                .setSketch(sketch)
                .setExtractorVersion("benchmark")
                .build();
    }

    private Sketch sketch() {
        var components = new short[COMPONENTS];
        for (int i = 0; i < COMPONENTS; i++) {
            components[i] = component();
        }
        return Sketch.newBuilder()
                .setAlgorithm(Sketcher.ALGORITHM)
                .setSize(SHINGLES)
                .setSignature(packed(components))
                .setShingles(hashes(new int[0], SHINGLES))
                .setWords(hashes(new int[0], WORDS))
                .setFigures(hashes(new int[0], FIGURES))
                .setTitle(random.nextLong())
                .build();
    }

    private Sketch copy(Sketch original) {
        var components = new short[COMPONENTS];
        original.getSignature().duplicate().asShortBuffer().get(components);
        for (int i = 0; i < COMPONENTS; i++) {
            components[i] = random.nextDouble() < 2 * EXCHANGED ? component() : components[i];
        }
        return Sketch.newBuilder(original)
                .setSignature(packed(components))
                .setShingles(exchanged(original.getShingles(), SHINGLES))
                .setWords(exchanged(original.getWords(), WORDS))
                .build();
    }

    private short component() {
        return (short) (random.nextDouble() < COMMON ? random.nextInt(COMMON_VALUES) : random.nextInt());
    }

    private ByteBuffer exchanged(ByteBuffer hashes, int size) {
        var shorts = new short[hashes.remaining() / Short.BYTES];
        hashes.duplicate().asShortBuffer().get(shorts);
        var kept = new int[shorts.length];
        int count = 0;
        for (short hash : shorts) {
            if (random.nextDouble() >= EXCHANGED) {
                kept[count++] = Short.toUnsignedInt(hash);
            }
        }
        return hashes(Arrays.copyOf(kept, count), size);
    }

    /** Draws as many hashes as are missing; ascending, as a sketch has them. */
    private ByteBuffer hashes(int[] kept, int size) {
        var all = Arrays.copyOf(kept, size);
        for (int i = kept.length; i < size; i++) {
            all[i] = random.nextInt(1 << Short.SIZE);
        }
        var sorted = Arrays.stream(all).sorted().distinct().toArray();
        var components = new short[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            components[i] = (short) sorted[i];
        }
        return packed(components);
    }

    private static ByteBuffer packed(short[] values) {
        var packed = ByteBuffer.allocate(values.length * Short.BYTES);
        packed.asShortBuffer().put(values);
        return packed;
    }

    /** Words of four letters, none of them a figure. */
    private String noise(int length) {
        var text = new StringBuilder(length);
        while (text.length() < length) {
            text.append(text.length() % 5 == 4 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
        return text.toString();
    }
}
