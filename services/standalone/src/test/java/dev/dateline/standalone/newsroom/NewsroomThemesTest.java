package dev.dateline.standalone.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.pipeline.tag.Tagger;
import dev.dateline.schema.ThemeTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How many of the topics that the tagger gives the newsroom's articles an editor would let pass. */
class NewsroomThemesTest {
    /** May rise, never fall. */
    private static final double RIGHT = 0.93;

    private static final String TOP_LEVEL_END = "000000";

    private final Tagger tagger = Tagger.load();
    private final Edition edition =
            new Edition(Newsroom.load(), 8088, Instant.parse("2026-03-06T12:00:00Z"), NewsroomServer.QUICK);

    @Test
    void shouldGiveHardlyAnyTopicThatAnEditorWouldStrike() {
        var struck = new TreeMap<String, List<String>>();
        var given = 0;
        for (var article : Newsroom.load().articles()) {
            var truth = article.marks().truth();
            if (truth.outcome() == null && truth.copyOf() == null) {
                var topics = topics(article);
                given += topics.size();
                topics.removeIf(topic ->
                        truth.themes().contains(topic) || truth.otherThemes().contains(topic));
                struck.put(article.id(), topics);
            }
        }
        struck.values().removeIf(List::isEmpty);
        var wrong = struck.values().stream().mapToInt(List::size).sum();

        assertThat(1 - (double) wrong / given).as("but for %s", struck).isGreaterThan(RIGHT);
    }

    private List<String> topics(Article article) {
        var blocks = edition.blocks(article, article.texts().size()).stream()
                .filter(block -> !block.startsWith("<"))
                .toList();
        var title = edition.expand(article, article.marks().title());
        return tagger.tag(title, String.join("\n", blocks), article.language(), null).themes().stream()
                .map(ThemeTag::getCode)
                .filter(code -> code.endsWith(TOP_LEVEL_END))
                .collect(Collectors.toCollection(ArrayList::new));
    }
}
