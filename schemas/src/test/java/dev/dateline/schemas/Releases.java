package dev.dateline.schemas;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.avro.Schema;

/** The folder released/: ids.yaml, SHA256SUMS, and for each version its schema and the bytes of a sample written with it. */
final class Releases {
    static final Path FOLDER = Path.of("released");

    /** For {@code sha256sum -c}, too. */
    private static final Path SUMS = FOLDER.resolve("SHA256SUMS");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** A line of ids.yaml. */
    record Release(int id, String record, int version) {
        Path schemaFile() {
            return FOLDER.resolve(record).resolve(version + ".avsc");
        }

        Path sampleFile() {
            return FOLDER.resolve(record).resolve(version + ".bin");
        }

        Schema schema() throws IOException {
            return new Schema.Parser().parse(schemaFile().toFile());
        }
    }

    private Releases() {}

    static List<Release> all() throws IOException {
        var index = FOLDER.resolve("ids.yaml");
        return Files.exists(index)
                ? new ArrayList<>(List.of(YAML.readValue(index.toFile(), Release[].class)))
                : new ArrayList<>();
    }

    /** The digests that released files had when they were released. */
    static Map<Path, String> sums() throws IOException {
        var sums = new LinkedHashMap<Path, String>();
        for (var line : Files.readAllLines(SUMS)) {
            var words = line.split("  ", 2);
            sums.put(FOLDER.resolve(words[1]), words[0]);
        }
        return sums;
    }

    /** Notes the digest of a file that has just been released, as {@code sha256sum} does. */
    static void note(Path file) throws IOException {
        var line = sumOf(file) + "  " + FOLDER.relativize(file).toString().replace('\\', '/') + "\n";
        Files.writeString(SUMS, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    static String sumOf(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static List<Release> of(String record) throws IOException {
        return all().stream().filter(release -> release.record().equals(record)).toList();
    }

    /** Every record that stands in a topic or in a state store. */
    static List<String> contracts() throws IOException {
        var catalogue = YAML.readTree(Path.of("topics.yaml").toFile());
        var names = new TreeSet<String>();
        catalogue.get("topics").forEach(topic -> names.add(topic.get("value").asText()));
        catalogue
                .get("families")
                .forEach(family -> names.add(family.get("value").asText()));
        catalogue.get("states").forEach((JsonNode state) -> names.add(state.asText()));
        names.remove("bytes");
        return List.copyOf(names);
    }

    /** The schema as compiled from avro/. */
    static Schema compiled(String record) {
        try {
            return (Schema) Class.forName("dev.dateline.schema." + record)
                    .getField("SCHEMA$")
                    .get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("topics.yaml names " + record + ", which avro/ does not define", e);
        }
    }
}
