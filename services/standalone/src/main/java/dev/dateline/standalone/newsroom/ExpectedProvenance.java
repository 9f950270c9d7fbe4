package dev.dateline.standalone.newsroom;

import org.jspecify.annotations.Nullable;

/** Where an article says that it comes from; what is null is not to be judged. */
public record ExpectedProvenance(
        @Nullable String url,
        @Nullable String outlet,
        @Nullable String author,
        @Nullable String date,
        @Nullable String agency) {

    /** Says nothing. */
    static final ExpectedProvenance NONE = new ExpectedProvenance(null, null, null, null, null);
}
