package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the whole program fills up while it works: a real file system of a few hundred megabytes, so it needs root on Linux. Takes
 * a minute and runs when asked: {@code -Ddrill=true}.
 */
@EnabledIfSystemProperty(named = "drill", matches = "true")
class DiskFullIT {

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=300m", "tmpfs", disk.toString()))
                .as("SKIPPED: no small disk can be mounted (needs root on Linux)")
                .isZero();
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void shouldEndInOneSentenceAndGoOnOnceThereIsRoom() throws Exception {
        try (var newsroom = GrownNewsroom.start();
                var program = new UpProcess(folder, disk.resolve("data"), newsroom)) {
            var starved = program.start();
            program.awaitFirstToBeSafe();
            var filler = fill();

            assertThat(starved.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(starved.exitValue()).isEqualTo(1);
            var lines = Files.readAllLines(program.errors());
            assertThat(lines.get(lines.size() - 1))
                    .startsWith("Kafka has stopped: the disk of " + disk.resolve("data") + " is full (")
                    .endsWith("Make room, then start again; nothing is lost.");

            var tooEarly = program.start();
            assertThat(tooEarly.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(tooEarly.exitValue()).isNotZero();

            Files.delete(filler);
            program.start();
            assertThat(program.reportAtTheEnd())
                    .as(Files.readString(program.errors()).replace("%", "%%"))
                    .contains("All right");
        }
    }

    private Path fill() throws IOException {
        var filler = disk.resolve("filler");
        var block = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(block);
            }
        } catch (IOException e) {
            assertThat(Files.getFileStore(disk).getUsableSpace()).isLessThan(block.length);
        }
        return filler;
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
