package dev.dateline.sink.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UpsertTest {
    @Test
    void shouldReplaceOlderRowsOnly() {
        var upsert =
                new Upsert("story", List.of("story_id"), List.of("title", "record_offset"), Upsert.byOffset("story"));

        assertThat(upsert.sql())
                .isEqualTo("INSERT INTO story (story_id, title, record_offset) VALUES (?, ?, ?)"
                        + " ON CONFLICT (story_id) DO UPDATE SET title = excluded.title,"
                        + " record_offset = excluded.record_offset, stored_at = now()"
                        + " WHERE excluded.record_offset > story.record_offset");
    }
}
