package dev.dateline.deploy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The image as Jib wrote it: what it is started with, and the files of each layer. */
record Image(JsonNode config, List<Map<String, TarArchiveEntry>> layers) {
    private static final Path TAR = Path.of("..", "services", "standalone", "target", "jib-image.tar");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Skips the test, with a reason, where no image was made. */
    static Image read() throws IOException {
        assumeTrue(Files.exists(TAR), "SKIPPED: no image in " + TAR + "; docs/deploying.md says how it is made");
        var parts = new HashMap<String, byte[]>();
        try (var tar = new TarArchiveInputStream(Files.newInputStream(TAR))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                parts.put(entry.getName(), tar.readAllBytes());
            }
        }
        var manifest = JSON.readTree(parts.get("manifest.json")).path(0);
        var layers = new ArrayList<Map<String, TarArchiveEntry>>();
        for (var layer : manifest.path("Layers")) {
            layers.add(files(new GZIPInputStream(new ByteArrayInputStream(parts.get(layer.asText())))));
        }
        return new Image(
                JSON.readTree(parts.get(manifest.path("Config").asText())).path("config"), layers);
    }

    private static Map<String, TarArchiveEntry> files(InputStream layer) throws IOException {
        var files = new LinkedHashMap<String, TarArchiveEntry>();
        try (var tar = new TarArchiveInputStream(layer)) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                files.put("/" + entry.getName(), entry);
            }
        }
        return files;
    }

    /** The files of all layers. */
    Map<String, TarArchiveEntry> files() {
        var files = new LinkedHashMap<String, TarArchiveEntry>();
        layers.forEach(files::putAll);
        return files;
    }
}
