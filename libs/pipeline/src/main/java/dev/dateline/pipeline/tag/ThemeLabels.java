package dev.dateline.pipeline.tag;

import dev.dateline.pipeline.tag.theme.ThemeTagger;
import java.util.LinkedHashMap;
import java.util.Map;

/** What people call the themes, in English. */
public final class ThemeLabels {
    private ThemeLabels() {}

    /** Reads the labels of all built-in themes by their codes; a theme comes before those below it. */
    public static Map<String, String> load() {
        var labels = new LinkedHashMap<String, String>();
        var data = new TaggingData();
        for (var file : ThemeTagger.builtIn()) {
            data.read(file)
                    .forEach(entry -> labels.put(
                            entry.path("id").asText(), entry.path("label").asText()));
        }
        return labels;
    }
}
