package dev.dateline.tagger.taxonomy;

import org.jspecify.annotations.Nullable;

/** Thrown when the taxonomy's topic names a version that is not whole; says what is missing or wrong. */
public final class BrokenTaxonomyException extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenTaxonomyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
