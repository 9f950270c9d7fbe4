package dev.dateline.sink.table;

import dev.dateline.schema.Story;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Who carried a text. The newest record of a story holds all of it, so its copies are replaced as a whole. */
public final class StoryTables implements TopicTables<Story> {
    private static final Upsert STORY = new Upsert(
            "story",
            Column.of("story_id text"),
            Column.of(
                    "title text",
                    "url text",
                    "outlet text",
                    "status text",
                    "first_seen timestamptz",
                    "last_seen timestamptz",
                    "copy_count integer",
                    "origin text",
                    "record_partition integer",
                    "record_offset bigint"),
            Upsert.byOffset("story"));
    private static final String DELETE_COPIES = "DELETE FROM story_copy WHERE story_id = ANY (?)";
    private static final Insert COPY = Insert.of(
            "story_copy",
            Column.of(
                    "story_id text",
                    "article_id text",
                    "place integer",
                    "url text",
                    "outlet text",
                    "seen_at timestamptz",
                    "similarity double precision",
                    "kind text",
                    "status text"));

    @Override
    public String table() {
        return STORY.table();
    }

    @Override
    public int write(Connection connection, List<Entry<Story>> entries) throws SQLException {
        var newest = new LinkedHashMap<String, Story>();
        var written = 0;
        for (var wave : Waves.of(entries, entry -> entry.value().getStoryId())) {
            var rows = STORY.rows();
            wave.forEach(entry -> add(rows, entry));
            var changed = STORY.writeTelling(connection, rows);
            written += changed.size();
            wave.stream()
                    .map(Entry::value)
                    .filter(story -> changed.containsKey(story.getStoryId()))
                    .forEach(story -> newest.put(story.getStoryId(), story));
        }
        replaceCopies(connection, newest.values());
        return written;
    }

    private static void add(Rows rows, Entry<Story> entry) {
        var story = entry.value();
        rows.text(story.getStoryId())
                .text(story.getTitle())
                .text(story.getUrl())
                .text(story.getOutlet())
                .text(story.getStatus())
                .time(story.getFirstSeen())
                .time(story.getLastSeen())
                .number(story.getCopyCount())
                .text(story.getOrigin())
                .position(entry)
                .endRow();
    }

    private static void replaceCopies(Connection connection, Collection<Story> stories) throws SQLException {
        ByKey.execute(
                connection,
                DELETE_COPIES,
                stories.stream().map(Story::getStoryId).toList());
        var rows = COPY.rows();
        stories.forEach(story -> addCopies(rows, story));
        COPY.write(connection, rows);
    }

    private static void addCopies(Rows rows, Story story) {
        var place = 0;
        for (var copy : story.getCopies()) {
            rows.text(story.getStoryId())
                    .text(copy.getArticleId())
                    .number(++place)
                    .text(copy.getUrl())
                    .text(copy.getOutlet())
                    .time(copy.getSeenAt())
                    .number(copy.getSimilarity())
                    .text(copy.getKind())
                    .text(copy.getStatus())
                    .endRow();
        }
    }
}
