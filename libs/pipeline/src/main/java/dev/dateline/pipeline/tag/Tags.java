package dev.dateline.pipeline.tag;

import dev.dateline.schema.RegionTag;
import dev.dateline.schema.ThemeTag;
import java.util.List;

/** What an article has to do with: regions by role and score, themes by score. */
public record Tags(List<RegionTag> regions, List<ThemeTag> themes) {
    /** No tags. */
    public static final Tags NONE = new Tags(List.of(), List.of());
}
