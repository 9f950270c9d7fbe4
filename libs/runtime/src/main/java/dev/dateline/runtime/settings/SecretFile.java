package dev.dateline.runtime.settings;

import dev.dateline.runtime.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A file that holds one secret, as container platforms mount them: it never stands in an environment that others can read. */
final class SecretFile {
    private static final long MAX_BYTES = 64 << 10;

    private SecretFile() {}

    /** Gives what the file holds, without the end of its last line; what is wrong with it is added to {@code problems}. */
    static Optional<String> read(String key, SettingValue file, List<Problem> problems) {
        var place = key + " (" + file.place() + ")";
        try {
            var path = Path.of(file.text().strip());
            if (Files.size(path) > MAX_BYTES) {
                problems.add(new Problem(
                        place, path + " is larger than 64 KiB", "Name the file that holds the secret alone."));
                return Optional.empty();
            }
            return Optional.of(Files.readString(path, StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException | InvalidPathException e) {
            problems.add(new Problem(
                    place,
                    "the file '" + file.text() + "' cannot be read",
                    "Check that it exists, and that the user of this program may read it."));
            return Optional.empty();
        }
    }
}
