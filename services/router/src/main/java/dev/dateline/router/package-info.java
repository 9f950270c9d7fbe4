/** Sends enriched articles to the topics of their regions and themes. Start with {@link dev.dateline.router.RouterTopology}. */
@NullMarked
package dev.dateline.router;

import org.jspecify.annotations.NullMarked;
