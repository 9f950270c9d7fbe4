/** Which topics an article belongs to. Start with {@link dev.dateline.pipeline.route.RouteTable};
 * the language of own routes is {@link dev.dateline.pipeline.route.RouteParser}'s. */
@NullMarked
package dev.dateline.pipeline.route;

import org.jspecify.annotations.NullMarked;
