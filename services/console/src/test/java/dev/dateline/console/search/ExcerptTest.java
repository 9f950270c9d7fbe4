package dev.dateline.console.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void shouldTellTheMarksFromTheText() {
        var excerpt = Excerpt.marked("The \uE000dam\uE001 and the \uE000dams\uE001.");

        assertThat(excerpt.text()).isEqualTo("The dam and the dams.");
        assertThat(excerpt.marks()).containsExactly(new Excerpt.Mark(4, 7), new Excerpt.Mark(16, 20));
    }

    @Test
    void shouldPassOverMarksThatAnArticleBringsAlong() {
        assertThat(Excerpt.marked("\uE001a\uE000b")).isEqualTo(new Excerpt("ab", java.util.List.of()));
    }
}
