/**
 * An operator's taxonomy on its topic: chunks that never change, one file each, and a manifest that names those in force. Start
 * with {@link dev.dateline.tagger.taxonomy.TaxonomyPublisher} for writing and {@link
 * dev.dateline.tagger.taxonomy.LiveTagger} for reading.
 */
@NullMarked
package dev.dateline.tagger.taxonomy;

import org.jspecify.annotations.NullMarked;
