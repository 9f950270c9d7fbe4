/** What an article has to do with which region. Start with {@link dev.dateline.pipeline.tag.region.RegionTagger}. */
@NullMarked
package dev.dateline.pipeline.tag.region;

import org.jspecify.annotations.NullMarked;
