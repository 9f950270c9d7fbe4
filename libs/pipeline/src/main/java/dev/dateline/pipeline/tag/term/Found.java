package dev.dateline.pipeline.tag.term;

/**
 * Takes the terms found in a text.
 *
 * @param <T> what a term stands for
 */
@FunctionalInterface
public interface Found<T> {
    /**
     * Takes one.
     *
     * @param start first character in the source, in UTF-16 code units
     * @param end behind the last one, endings included
     */
    void accept(T value, int start, int end);
}
