package dev.dateline.pipeline.tag.theme;

/**
 * A file of themes.
 *
 * @param name what problems call it
 * @param text YAML: a list of entries, as the resources in {@code themes} show
 */
public record TaxonomyFile(String name, String text) {}
