package dev.dateline.pipeline.tag.file;

/**
 * A file of themes or groups.
 *
 * @param name what problems call it
 * @param text YAML: a list of themes as the resources in {@code themes} show, or groups as {@code regions/groups.yaml} does
 */
public record TaxonomyFile(String name, String text) {}
