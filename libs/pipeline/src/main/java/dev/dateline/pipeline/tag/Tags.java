package dev.dateline.pipeline.tag;

import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an article has to do with: regions by role and score, themes by score.
 *
 * @param languageWithoutThemes the article's language when the taxonomy has no terms in it, so that no themes says
 *     nothing; null when it has
 */
public record Tags(
        List<RegionTag> regions,
        List<ThemeTag> themes,
        @Nullable String languageWithoutThemes) {
    /** No tags. */
    public static final Tags NONE = new Tags(List.of(), List.of(), null);
}
