package dev.dateline.sink.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpsertTest {
    @Test
    void shouldReplaceOlderRowsOnly() {
        var upsert = new Upsert(
                "story",
                Column.of("story_id text"),
                Column.of("title text", "record_offset bigint"),
                Upsert.byOffset("story"));

        assertThat(upsert.telling())
                .isEqualTo("INSERT INTO story (story_id, title, record_offset)"
                        + " SELECT story_id, title, record_offset::bigint"
                        + " FROM unnest(?::text[], ?::text[], ?::text[]) AS given (story_id, title, record_offset)"
                        + " ON CONFLICT (story_id) DO UPDATE SET title = excluded.title,"
                        + " record_offset = excluded.record_offset, stored_at = now()"
                        + " WHERE excluded.record_offset > story.record_offset"
                        + " RETURNING story.story_id, story.xmax = 0");
    }
}
