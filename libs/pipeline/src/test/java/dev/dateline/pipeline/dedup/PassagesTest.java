package dev.dateline.pipeline.dedup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassagesTest {
    private static final String ORIGINAL = """
            The dam above the valley was filled on Tuesday. Engineers will watch the pressure for a month.

            Villages downstream were told how they would be warned.""";

    @Test
    void shouldShowWhatBothHaveAndWhatOnlyOneHas() {
        var passages = Passages.of("""
                The dam above the valley was filled on Tuesday. Engineers are to watch the pressure for a month.

                Our correspondent adds that nobody was asked.""", ORIGINAL);
        assertThat(passages.shared())
                .containsExactly(
                        "The dam above the valley was filled on Tuesday. Engineers are to watch the pressure for a month.");
        assertThat(passages.added()).containsExactly("Our correspondent adds that nobody was asked.");
        assertThat(passages.missing()).containsExactly("Villages downstream were told how they would be warned.");
    }

    @Test
    void shouldShowFewAndShorten() {
        var texts = "ABCDEF"
                .chars()
                .mapToObj(name -> PseudoText.of(Character.toString(name)))
                .toList();
        var passages = Passages.of(String.join("\n\n", texts), "");
        assertThat(passages.added())
                .hasSize(Passages.MOST)
                .allSatisfy(passage ->
                        assertThat(passage.length()).isLessThanOrEqualTo(Passages.LONGEST + " ...".length()));
        assertThat(passages.shared()).isEmpty();
        assertThat(passages.missing()).isEmpty();
    }

    @Test
    void shouldReadScriptsWithoutSpaces() {
        var passages = Passages.of("水库周二蓄满。记者补充说没有人被询问过此事。", "水库周二蓄满。工程师将监测一个月。");
        assertThat(passages.shared()).containsExactly("水库周二蓄满。");
        assertThat(passages.missing()).containsExactly("工程师将监测一个月。");
    }
}
