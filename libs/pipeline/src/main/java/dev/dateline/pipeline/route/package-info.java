/** Which topics an article belongs to. Start with {@link dev.dateline.pipeline.route.RouteTable}. */
@NullMarked
package dev.dateline.pipeline.route;

import org.jspecify.annotations.NullMarked;
