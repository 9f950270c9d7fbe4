package dev.dateline.sink.table;

import dev.dateline.schema.Story;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Who carried a text. The newest record of a story holds all of it, so its copies are replaced as a whole. */
public final class StoryTables implements TopicTables<Story> {
    private static final Upsert STORY = new Upsert(
            "story",
            List.of("story_id"),
            List.of(
                    "title",
                    "url",
                    "outlet",
                    "status",
                    "first_seen",
                    "last_seen",
                    "copy_count",
                    "origin",
                    "record_partition",
                    "record_offset"),
            Upsert.byOffset("story"));
    private static final String DELETE_COPIES = "DELETE FROM story_copy WHERE story_id = ANY (?)";
    private static final String INSERT_COPY = """
            INSERT INTO story_copy (story_id, article_id, place, url, outlet, seen_at, similarity, kind, status)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    @Override
    public String table() {
        return STORY.table();
    }

    @Override
    public int write(Connection connection, List<Entry<Story>> entries) throws SQLException {
        var newest = writeStories(connection, entries);
        var stories = new LinkedHashMap<String, Story>();
        newest.forEach(story -> stories.put(story.getStoryId(), story));
        replaceCopies(connection, stories.values());
        return newest.size();
    }

    private static List<Story> writeStories(Connection connection, List<Entry<Story>> entries) throws SQLException {
        try (var statement = connection.prepareStatement(STORY.sql())) {
            var row = new Parameters(statement);
            for (var entry : entries) {
                var story = entry.value();
                row.text(story.getStoryId())
                        .text(story.getTitle())
                        .text(story.getUrl())
                        .text(story.getOutlet())
                        .text(story.getStatus())
                        .time(story.getFirstSeen())
                        .time(story.getLastSeen())
                        .number(story.getCopyCount())
                        .text(story.getOrigin())
                        .position(entry)
                        .addRow();
            }
            var newest = new ArrayList<Story>();
            var counts = statement.executeBatch();
            for (var i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    newest.add(entries.get(i).value());
                }
            }
            return newest;
        }
    }

    private static void replaceCopies(Connection connection, Collection<Story> stories) throws SQLException {
        try (var delete = connection.prepareStatement(DELETE_COPIES);
                var insert = connection.prepareStatement(INSERT_COPY)) {
            new Parameters(delete).texts(stories.stream().map(Story::getStoryId).toList());
            delete.executeUpdate();
            var row = new Parameters(insert);
            for (var story : stories) {
                bindCopies(row, story);
            }
            insert.executeBatch();
        }
    }

    private static void bindCopies(Parameters row, Story story) throws SQLException {
        var place = 0;
        for (var copy : story.getCopies()) {
            row.text(story.getStoryId())
                    .text(copy.getArticleId())
                    .number(++place)
                    .text(copy.getUrl())
                    .text(copy.getOutlet())
                    .time(copy.getSeenAt())
                    .number(copy.getSimilarity())
                    .text(copy.getKind())
                    .text(copy.getStatus())
                    .addRow();
        }
    }
}
