package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program is killed without warning half way, and started again on the same folder. */
@Tag("slow")
class KillIT {
    @TempDir
    Path folder;

    @Test
    void shouldLoseNothingAndRepeatNothingWhenKilledHalfWay() throws Exception {
        try (var newsroom = GrownNewsroom.start();
                var program = new UpProcess(folder, folder.resolve("data"), newsroom)) {
            var first = program.start();
            program.awaitFirstToBeSafe();
            first.destroyForcibly().waitFor();

            program.start();
            assertThat(program.reportAtTheEnd())
                    .as(Files.readString(program.errors()).replace("%", "%%"))
                    .contains("All right");
        }
    }
}
