package dev.dateline.pipeline;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Knows what charset the Encoding Standard reads a label as; browsers do the same, and pages and feeds rely on it. */
public final class CharsetLabels {
    private static final String RESOURCE = "charset-labels.yaml";
    private static final Map<String, Charset> BY_LABEL = load();

    private CharsetLabels() {}

    /** Gives the charset, or null when the label is no standard one or Java lacks the charset. */
    public static @Nullable Charset charset(String label) {
        return BY_LABEL.get(label.strip().toLowerCase(Locale.ROOT));
    }

    private static Map<String, Charset> load() {
        var byLabel = new HashMap<String, Charset>();
        read().forEach((name, labels) -> {
            if (Charset.isSupported(name)) {
                labels.forEach(label -> byLabel.put(label, Charset.forName(name)));
            }
        });
        return byLabel;
    }

    private static Map<String, List<String>> read() {
        try (var in = CharsetLabels.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper(new YAMLFactory()).readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " of this program cannot be read", e);
        }
    }
}
