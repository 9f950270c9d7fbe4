package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseSpotterTest {
    private static final PhraseSpotter SPOTTER =
            PhraseSpotter.of(List.of("reported by", "сообщ"), List.of("据", "report"), List.of("harbour wire"));

    @Test
    void shouldTellEachGroupThatATextHasAPhraseOf() {
        assertThat(SPOTTER.groupsIn("This was Reported By someone.")).isEqualTo(1 | 2);
    }

    @Test
    void shouldSpotPhrasesOfAnyScriptAtTheEdges() {
        assertThat(SPOTTER.groupsIn("СООБЩ")).isEqualTo(1);
        assertThat(SPOTTER.groupsIn("据")).isEqualTo(2);
    }

    @Test
    void shouldSpotNothingInPartsOfPhrases() {
        assertThat(SPOTTER.groupsIn("the harbour and its wires repo")).isZero();
        assertThat(SPOTTER.groupsIn("")).isZero();
    }
}
