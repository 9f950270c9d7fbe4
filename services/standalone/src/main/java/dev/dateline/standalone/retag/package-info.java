/**
 * Gives history the tags of the taxonomy in force. Start with {@link dev.dateline.standalone.retag.PartitionRetag}.
 */
@NullMarked
package dev.dateline.standalone.retag;

import org.jspecify.annotations.NullMarked;
