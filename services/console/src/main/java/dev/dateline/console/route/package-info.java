/** Routes that people make, asked of PostgreSQL. Start with {@link dev.dateline.console.route.RouteCondition}. */
@NullMarked
package dev.dateline.console.route;

import org.jspecify.annotations.NullMarked;
