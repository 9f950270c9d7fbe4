package dev.dateline.pipeline.tag.term;

/**
 * A term found in a text.
 *
 * @param value what the term stands for
 * @param start first character in the source, in UTF-16 code units
 * @param end behind the last one, endings included
 */
public record Hit<T>(T value, int start, int end) {

    public int length() {
        return end - start;
    }
}
