/**
 * Files of themes and groups as people write them, and what is wrong in them. Start with {@link
 * dev.dateline.pipeline.tag.file.OwnTaxonomy}.
 */
@NullMarked
package dev.dateline.pipeline.tag.file;

import org.jspecify.annotations.NullMarked;
