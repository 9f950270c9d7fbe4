package dev.dateline.pipeline.tag.theme;

import java.util.Locale;

/** What a term does for its theme; the name in the files is the constant's in lower case. */
enum Part {
    /** Speaks for the theme by its weight. */
    TERMS,
    /** Speaks against it: a physics olympiad is no sport. */
    AGAINST,
    /** Speaks neither way, but without one of these in the article the theme is not given; those above it may be. */
    NEEDS;

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
