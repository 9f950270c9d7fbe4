package dev.dateline.pipeline.tag.file;

import java.util.Set;

/**
 * What a taxonomy says of a theme or group, to be compared with what another one says.
 *
 * @param code of its tags
 * @param label what people call it, in English
 * @param statements one for each term, parent, member and the like, in words
 */
public record Definition(String code, String label, Set<String> statements) {}
