package dev.dateline.standalone.upgrade;

import dev.dateline.runtime.BuildInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is kept of one version: the broker's log as it lay on the disk, the tables as SQL, and a list of what is in them for people.
 *
 * @param version such as 0.1.0; names the folder
 */
record Release(String version) {
    static final Path FOLDER = Path.of("src/test/releases");
    /** As sha256sum writes it, and checks it: {@code sha256sum -c SHA256SUMS}. */
    static final Path CHECKSUMS = FOLDER.resolve("SHA256SUMS");

    static Release present() {
        return new Release(BuildInfo.version().replace("-SNAPSHOT", ""));
    }

    static List<Release> all() throws IOException {
        try (var folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> new Release(folder.getFileName().toString()))
                    .sorted((one, other) -> one.version().compareTo(other.version()))
                    .toList();
        }
    }

    Path folder() {
        return FOLDER.resolve(version);
    }

    /** Everything that the broker had on its disk, once it was stopped. */
    Path log() {
        return folder().resolve("kafka.zip");
    }

    Path tables() {
        return folder().resolve("postgres.sql");
    }

    Path contents() {
        return folder().resolve("contents.txt");
    }

    /** The lines of its files in {@link #CHECKSUMS}. */
    List<String> checksums() throws IOException {
        var lines = Stream.<String>builder();
        for (var file : List.of(contents(), log(), tables())) {
            lines.add(sha256(file) + "  " + version + "/" + file.getFileName());
        }
        return lines.build().toList();
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Notes its lines, so that nobody changes its files any more. */
    void seal() throws IOException {
        var others = Files.exists(CHECKSUMS)
                ? Files.readAllLines(CHECKSUMS).stream().filter(line -> !line.contains("  " + version + "/"))
                : Stream.<String>empty();
        Files.write(CHECKSUMS, Stream.concat(others, checksums().stream()).toList());
    }
}
