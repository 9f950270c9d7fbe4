package dev.dateline.sink;

import static dev.dateline.sink.SinkRecords.article;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.runtime.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL or Kafka comes back from a copy that is older than the other one; in the order of the numbers. See docs/backup.md. */
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupIT {
    @TempDir
    static Path folder;

    private static SinkHarness world;

    @BeforeAll
    static void begin() throws Exception {
        world = SinkHarness.in(folder);
    }

    @AfterAll
    static void end() {
        world.close();
    }

    @Test
    @Order(1)
    void shouldCatchUpFromADatabaseOlderThanTheTopics() throws Exception {
        store("before");
        world.stopPostgres();
        copy("postgres", "postgres-backup");
        world.startPostgres();
        store("after");
        world.send(
                world.topics().enriched(),
                "before",
                SinkRecords.withdrawal("before", 2).build());
        store("last");
        var all = world.news();

        world.stopPostgres();
        copy("postgres-backup", "postgres");
        world.startPostgres();
        assertThat(world.news()).isNotEqualTo(all);
        try (var sink = world.sink()) {
            world.settle(sink);
        }

        assertThat(world.news()).isEqualTo(all);
    }

    @Test
    @Order(2)
    void shouldRebuildAnEmptyDatabaseFromTheTopics() throws Exception {
        var all = world.news();
        world.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");

        try (var sink = world.sink()) {
            world.settle(sink);
        }

        assertThat(world.news()).isEqualTo(all);
    }

    @Test
    @Order(3)
    void shouldSayThatKafkaHasLostWhatIsStored() throws Exception {
        world.stopKafka();
        copy("kafka", "kafka-backup");
        world.startKafka();
        store("lost");
        world.stopKafka();
        copy("kafka-backup", "kafka");
        world.startKafka();

        var refused = catchThrowableOfType(StartException.class, () -> world.sink());

        assertThat(refused.report())
                .contains("sink_offset of news.article.enriched.v1-0")
                .contains("Kafka has lost records that are stored")
                .contains("sink_start_over()");
    }

    @Test
    @Order(4)
    void shouldSayItAlsoWhenOthersHaveTakenTheirPlace() throws Exception {
        for (var place = 0; place < 5; place++) {
            send("instead-" + place);
        }

        var refused = catchThrowableOfType(StartException.class, () -> world.sink());

        assertThat(refused.report())
                .contains("sink_offset of news.article.enriched.v1-0")
                .contains("and others stand in their place")
                .contains("sink_start_over()");
    }

    @Test
    @Order(5)
    void shouldKeepWhatKafkaLostAndGoOnWhenToldTo() throws Exception {
        world.execute("SELECT sink_start_over()");

        store("new");

        assertThat(world.query("SELECT article_id FROM article ORDER BY 1"))
                .contains("after", "before", "last", "lost", "instead-0", "new");
        assertThat(world.query("SELECT status FROM article WHERE article_id = 'before'"))
                .containsExactly("WITHDRAWN");
    }

    /** An article, a copy of it, and the traces of both. */
    private static void store(String id) throws Exception {
        try (var sink = world.sink()) {
            send(id);
            world.settle(sink);
        }
    }

    private static void send(String id) {
        var topics = world.topics();
        world.send(topics.enriched(), id, article(id, 1).build());
        world.send(
                topics.duplicate(),
                id + "-copy",
                SinkRecords.duplicate(id + "-copy", id).build());
        world.send(topics.story(), id, SinkRecords.story(id, id + "-copy"));
        world.send(topics.disposition(), id, SinkRecords.disposition(id, 1));
        world.send(topics.sourceStatus(), "source", SinkRecords.status("source", 0));
    }

    /** Puts a copy of a folder in the place of another one. */
    private static void copy(String from, String to) throws IOException {
        delete(folder.resolve(to));
        for (var file : files(folder.resolve(from))) {
            var copy = folder.resolve(to).resolve(folder.resolve(from).relativize(file));
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            files(tree).stream().sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static List<Path> files(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            return files.toList();
        }
    }
}
