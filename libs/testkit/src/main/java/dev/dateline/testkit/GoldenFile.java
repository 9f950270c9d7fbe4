package dev.dateline.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds what some code gave when a person last looked at it. Tests fail when it gives something else; with
 * {@code -Dgolden.update=true} they write the file instead, and the change is reviewed as a diff.
 */
public final class GoldenFile {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");

    private GoldenFile() {}

    /** Holds a text against a file, given relative to the module's folder. */
    public static void verify(String file, String actual) {
        var path = Path.of(file);
        try {
            if (UPDATE) {
                var folder = path.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.writeString(path, actual);
            }
            assertThat(path).as("run once with -Dgolden.update=true").exists();
            assertThat(actual)
                    .as("%s; if the change is meant, run once with -Dgolden.update=true", file)
                    .isEqualTo(Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
