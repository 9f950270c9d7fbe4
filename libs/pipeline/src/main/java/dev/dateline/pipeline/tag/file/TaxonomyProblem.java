package dev.dateline.pipeline.tag.file;

/**
 * What is wrong in a file of themes or groups, and where.
 *
 * @param line counted from 1
 * @param message what is wrong and what would mend it, as a sentence
 */
public record TaxonomyProblem(String file, int line, String message) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
