package dev.dateline.pipeline.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.dateline.pipeline.Sha256;
import dev.dateline.pipeline.tag.file.TaxonomyFile;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Reads the resource files of this package and remembers, as a digest, which ones: the version of the taxonomy. */
final class TaggingData {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final int VERSION_DIGITS = 6;

    private final MessageDigest digest = Sha256.begin();

    /** Reads one YAML file, named relative to this package. */
    JsonNode read(String name) {
        try {
            return YAML.readTree(bytes(name));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Reads one file as it stands. */
    TaxonomyFile file(String name) {
        return new TaxonomyFile(name, new String(bytes(name), StandardCharsets.UTF_8));
    }

    /** Gives the lines of a text file that gzip compressed; they are unpacked when they are read. */
    Stream<String> lines(String name) {
        var bytes = bytes(name);
        return Stream.of(bytes).flatMap(TaggingData::unpacked);
    }

    private static Stream<String> unpacked(byte[] bytes) {
        try {
            var text = new GZIPInputStream(new ByteArrayInputStream(bytes));
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8)).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] bytes(String name) {
        try (var in = TaggingData.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource " + name + " is missing beside " + TaggingData.class.getName());
            }
            var bytes = in.readAllBytes();
            digest.update(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /**
     * Ends the reading and gives the version of all that was read: equal data, equal version. It begins with the date of
     * the taxonomy, so that versions sort as text in order of time.
     */
    String version() {
        var date = LocalDate.parse(read("taxonomy.yaml").path("date").asText());
        return date + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, VERSION_DIGITS);
    }
}
