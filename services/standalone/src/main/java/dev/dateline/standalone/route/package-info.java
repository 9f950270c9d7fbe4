/** {@code dateline routes}. Start with {@link dev.dateline.standalone.route.RoutesCommand}. */
@NullMarked
package dev.dateline.standalone.route;

import org.jspecify.annotations.NullMarked;
