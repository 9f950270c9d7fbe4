/** The IPTC Media Topics of an article. Start with {@link dev.dateline.pipeline.tag.theme.ThemeTagger}. */
@NullMarked
package dev.dateline.pipeline.tag.theme;

import org.jspecify.annotations.NullMarked;
