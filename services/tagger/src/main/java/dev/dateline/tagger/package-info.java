/** Tags articles. Start with {@link dev.dateline.tagger.TaggerTopology}. */
@NullMarked
package dev.dateline.tagger;

import org.jspecify.annotations.NullMarked;
