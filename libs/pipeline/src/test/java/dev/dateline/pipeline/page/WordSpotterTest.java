package dev.dateline.pipeline.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordSpotterTest {
    private final WordSpotter spotter =
            new WordSpotter(Map.of(1, List.of("date", "post-meta"), 2, List.of("update"), 4, List.of("meta")));

    @Test
    void shouldSpotWordsOfAllGroupsInAnyCase() {
        assertThat(spotter.groupsIn("Post-Date")).isEqualTo(1);
        assertThat(spotter.groupsIn("post_meta")).isEqualTo(1 | 4);
    }

    @Test
    void shouldSpotAWordInsideALongerOne() {
        assertThat(spotter.groupsIn("lastUpdated")).isEqualTo(1 | 2);
    }

    @Test
    void shouldNotSpotAWordAcrossAGap() {
        assertThat(spotter.groupsIn("da te")).isZero();
        assertThat(spotter.groupsIn("")).isZero();
    }
}
