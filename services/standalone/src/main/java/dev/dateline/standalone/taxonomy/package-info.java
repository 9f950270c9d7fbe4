/**
 * The commands about an operator's taxonomy. Start with {@link dev.dateline.standalone.taxonomy.TaxonomyCommand}.
 */
@NullMarked
package dev.dateline.standalone.taxonomy;

import org.jspecify.annotations.NullMarked;
