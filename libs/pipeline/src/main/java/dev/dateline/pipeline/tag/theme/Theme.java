package dev.dateline.pipeline.tag.theme;

import java.util.List;

/**
 * An entry of the taxonomy.
 *
 * @param id code of the tag: an IPTC Media Topic or a custom theme
 * @param label what people call it, in English
 * @param slug the name in topics and addresses
 * @param ancestors ids above it, nearest first; empty for a top-level theme
 */
record Theme(String id, String label, String slug, List<String> ancestors) {

    boolean isTop() {
        return ancestors.isEmpty();
    }

    /** The top-level theme that this one is in. */
    String top() {
        return isTop() ? id : ancestors.get(ancestors.size() - 1);
    }
}
