package dev.dateline.pipeline.tag.theme;

import java.util.List;

/**
 * An entry of the taxonomy.
 *
 * @param id code of the tag: an IPTC Media Topic or a custom theme
 * @param label what people call it, in English
 * @param slug the name in topics and addresses
 * @param ancestors ids above it, nearest first; empty for a top-level theme
 * @param telltale whether light words alone make no article of it, however many, nor one other: its words stand in articles of
 *     all kinds
 */
record Theme(String id, String label, String slug, List<String> ancestors, boolean telltale) {
    private static final String IPTC = "medtop:";

    boolean isTop() {
        return ancestors.isEmpty();
    }

    /** True for a theme that is not IPTC's: it is given for itself, whatever else the article is about. */
    boolean isCustom() {
        return !id.startsWith(IPTC);
    }

    /** The top-level theme that this one is in. */
    String top() {
        return isTop() ? id : ancestors.get(ancestors.size() - 1);
    }
}
