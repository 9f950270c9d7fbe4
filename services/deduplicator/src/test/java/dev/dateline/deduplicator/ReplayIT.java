package dev.dateline.deduplicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * One log, told again and again in other circumstances, on a real broker: what is published about it is the same to the byte.
 * Run-specific are only the stack traces of dead letters, which are counted.
 */
@Tag("slow")
@Execution(ExecutionMode.CONCURRENT)
class ReplayIT {
    private static final int RECORDS = 400;
    private static final Duration OFTEN = Duration.ofMillis(10);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final List<NewsLog.Entry> LOG = log();
    private static final List<NewsLog.Entry> FIRST = LOG.subList(0, LOG.size() / 2);
    private static final List<NewsLog.Entry> SECOND = LOG.subList(LOG.size() / 2, LOG.size());

    private static Published reference;

    @TempDir
    Path folder;

    private interface Course {
        void run(DedupRig rig) throws Exception;
    }

    @BeforeAll
    static void runOnce(@TempDir Path state) throws Exception {
        reference = published(rig -> {
            rig.send(LOG);
            try (var deduplicator = rig.start(state, SELDOM)) {
                rig.awaitTraces(LOG.size());
            }
        });
    }

    @Test
    void shouldGiveEachRecordOneFate() {
        assertThat(reference.fates()).hasSize(LOG.size());
        assertThat(reference.fates().values())
                .allSatisfy(fates -> assertThat(fates).hasSize(1));
        assertThat(reference.unclaimed()).isZero();
        assertThat(reference.counts())
                .as("the log has everything in it")
                .containsOnlyKeys(
                        "unique",
                        "duplicate",
                        "withdrawn",
                        "unchanged",
                        "superseded",
                        "redelivered",
                        "nothing_to_withdraw",
                        "dead");
    }

    @Test
    void shouldPublishTheSameAfterTheStateWasLost() throws Exception {
        var published = published(rig -> {
            rig.send(FIRST);
            try (var deduplicator = rig.start(folder, OFTEN)) {
                rig.awaitTraces(FIRST.size());
            }
            delete(folder);
            rig.send(SECOND);
            try (var deduplicator = rig.start(folder, OFTEN)) {
                rig.awaitTraces(LOG.size());
            }
        });
        assertSame(published);
    }

    @Test
    void shouldPublishTheSameWhenKilledAtWork() throws Exception {
        var published = published(rig -> {
            rig.send(FIRST);
            var killed = process(rig);
            rig.awaitTraces(FIRST.size() / 2);
            rig.send(SECOND);
            killed.destroyForcibly().waitFor();
            try (var deduplicator = rig.start(folder, OFTEN)) {
                rig.awaitTraces(LOG.size());
            }
        });
        assertSame(published);
    }

    @Test
    void shouldPublishTheSameInSmallPiecesAndWhenAnotherInstanceTakesOver() throws Exception {
        var published = published(rig -> {
            try (var first = rig.start(folder.resolve("first"), OFTEN)) {
                for (int i = 0; i < FIRST.size(); i += 40) {
                    rig.send(FIRST.subList(i, Math.min(i + 40, FIRST.size())));
                    rig.awaitTraces(i + 1);
                }
                try (var second = rig.start(folder.resolve("second"), OFTEN)) {
                    rig.awaitTraces(FIRST.size());
                    rig.send(SECOND);
                    first.close();
                    rig.awaitTraces(LOG.size());
                }
            }
        });
        assertSame(published);
    }

    private static void assertSame(Published published) {
        assertThat(published.counts()).isEqualTo(reference.counts());
        assertThat(published.fates()).isEqualTo(reference.fates());
        // One by one, since a list of all would hide what differs
        for (int i = 0; i < Math.min(published.lines().size(), reference.lines().size()); i++) {
            assertThat(published.lines().get(i)).isEqualTo(reference.lines().get(i));
        }
        assertThat(published.lines().size()).isEqualTo(reference.lines().size());
        assertThat(published.unclaimed()).isZero();
    }

    private static Published published(Course course) throws Exception {
        try (var rig = new DedupRig()) {
            course.run(rig);
            return Published.by(rig);
        }
    }

    private Process process(DedupRig rig) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                DeduplicatorMain.class.getName()));
        rig.settings(folder, SELDOM).forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static List<NewsLog.Entry> log() {
        var log = new ArrayList<>(NewsLog.of(20260301, RECORDS));
        log.add(RECORDS / 3, new NewsLog.Entry("unreadable", null, NewsLog.START));
        return List.copyOf(log);
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
