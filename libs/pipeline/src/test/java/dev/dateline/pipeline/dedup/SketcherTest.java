package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.dateline.schema.Sketch;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketcherTest {

    /** A sketch outlives the program that made it: other bytes under the same name would break every comparison. */
    @Test
    void shouldGiveTheSameBytesUnderTheSameNameForEver() {
        var sketch = sketch("The quick brown fox jumps over the lazy dog 12.5 times.");
        assertThat(sketch.getAlgorithm()).isEqualTo("superminhash-1/256x16+bottom512x16/words3-chars5");
        assertThat(sketch.getSize()).isEqualTo(10);
        var bytes = sketch.getSignature().array();
        assertThat(bytes).hasSize(512);
        assertThat(HexFormat.of().formatHex(bytes, 0, 16)).isEqualTo("7594efad7e323bbfdd0ab11560b4f6be");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "case and marks | Élysée: «ЁЛКА» ﬁne | elysee елка fine",
                "width          | ＡＢＣ １２３ xyz | abc 123 xyz",
                "white space    | one  two\tthree four | one two three four",
                "punctuation    | well-known, isn’t it? | well known isn t it",
            })
    void shouldNotSeeTheDifferenceOf(String what, String one, String other) {
        assertThat(sketch(one)).isEqualTo(sketch(other));
    }

    @ParameterizedTest
    @CsvSource({
        "en, one two three four five, 3",
        "en, one two, 1",
        "zh, 新公路正式通车了, 4",
        "ja, ひらがなカタカナ, 4",
        "th, สวัสดี, 2",
        "hi, हिन्दी समाचार आज तक, 2",
    })
    void shouldCutIntoShinglesByScript(String language, String text, int shingles) {
        assertThat(sketch(text).getSize()).as(language).isEqualTo(shingles);
    }

    @Test
    void shouldGiveNoSketchOfATextWithoutWords() {
        assertThat(Sketcher.sketch("Title", " -- … ")).isEmpty();
    }

    @Test
    void shouldEstimateTheShareOfCommonShinglesBySignature() {
        var whole = Signature.of(sketch(PseudoText.of("A"))).orElseThrow();
        var half = Signature.of(sketch(PseudoText.of("A/2"))).orElseThrow();
        assertThat(whole.jaccard(half)).isCloseTo(0.5, within(0.1));
        assertThat(whole.containment(half)).isCloseTo(1, within(0.1));
    }

    @Test
    void shouldTellTheShareOfCommonShingles() {
        var whole = fingerprint(PseudoText.of("A"));
        var half = fingerprint(PseudoText.of("A/2"));
        var likeness = Likeness.of(whole, half, false, Duration.ZERO);
        assertThat(likeness.jaccard()).isCloseTo(0.5, within(0.01));
        assertThat(likeness.containment()).isEqualTo(1);
        assertThat(likeness.words()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 2 3          | 1 2 3         | 0 | 3",
                "1 2 3          | 1 2           | 0 | 2",
                "1 2 3          | 1 2 4         | 1 | 3",
                "3.5 and 1,250  | 3,5 and 1.250 | 0 | 2",
                "7 May, 12:30   | 8 May, 12:45  | 2 | 2",
                "none           | 1 2           | 0 | 0",
            })
    void shouldCountFiguresThatContradict(String one, String other, int contradictions, int comparable) {
        var figures = Figures.of(one);
        assertThat(figures.contradictions(Figures.of(other))).isEqualTo(contradictions);
        assertThat(figures.comparable(Figures.of(other))).isEqualTo(comparable);
    }

    @Test
    void shouldCompareLongTablesByTheFiguresThatBothDigestsReach() {
        var table = Figures.of(numbers(0, 500));
        assertThat(table.hashes().hashes()).hasSize(Figures.LIMIT);
        assertThat(table.contradictions(Figures.of(numbers(0, 400)))).isZero();
        assertThat(table.contradictions(Figures.of(numbers(500, 1000)))).isGreaterThan(Figures.LIMIT / 2);
    }

    private static String numbers(int from, int to) {
        var numbers = new int[to - from];
        Arrays.setAll(numbers, i -> 10_000 + 7 * (from + i));
        return Arrays.toString(numbers);
    }

    private static Sketch sketch(String text) {
        return Sketcher.sketch("Title", text).orElseThrow();
    }

    private static Fingerprint fingerprint(String text) {
        return Fingerprint.of(sketch(text)).orElseThrow();
    }
}
