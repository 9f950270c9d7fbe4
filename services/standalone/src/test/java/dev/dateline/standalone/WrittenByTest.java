package dev.dateline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dateline.runtime.StartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenByTest {
    private static final WrittenBy OLDER = new WrittenBy("0.1.0", 30);
    private static final WrittenBy NEWER = new WrittenBy("0.2.0", 31);

    @TempDir
    Path data;

    @Test
    void shouldRefuseAFolderOfANewerProgram() throws Exception {
        NEWER.sign(data);

        var refused = catchThrowableOfType(StartException.class, () -> OLDER.sign(data));

        assertThat(refused.report())
                .contains("was written by Dateline 0.2.0, which is newer than this one (0.1.0)")
                .contains("go back to a copy of the folder");
    }

    @Test
    void shouldGoOnWithTheFolderOfAnOlderProgram() throws Exception {
        OLDER.sign(data);
        NEWER.sign(data);

        assertThat(Files.readString(data.resolve("written-by.properties"))).contains("version=0.2.0");
    }

    @Test
    void shouldLetAnOlderProgramBackThatKnowsAllSchemas() throws Exception {
        new WrittenBy("0.2.1", 30).sign(data);

        assertThatCode(() -> OLDER.sign(data)).doesNotThrowAnyException();
    }

    @Test
    void shouldSayWhatIsWrongWithADamagedFile() throws Exception {
        Files.writeString(data.resolve("written-by.properties"), "newest-schema=many");

        var refused = catchThrowableOfType(StartException.class, () -> OLDER.sign(data));

        assertThat(refused.report()).contains("written-by.properties");
    }

    @Test
    void shouldLookBeforeAnythingIsOpened() throws Exception {
        new WrittenBy("9.0.0", WrittenBy.us().newestSchema() + 1).sign(data);

        var refused = catchThrowableOfType(
                StartException.class,
                () -> Standalone.start(data, NewsroomRun.options("--set", "console.port=0"), Map.of()));

        assertThat(refused.report()).contains("was written by Dateline 9.0.0");
        assertThat(data.resolve("kafka")).doesNotExist();
    }
}
