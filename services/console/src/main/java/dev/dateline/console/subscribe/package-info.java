/** What people may subscribe to, for programs and people. Start with {@link dev.dateline.console.subscribe.AsyncApiRoutes}. */
@NullMarked
package dev.dateline.console.subscribe;

import org.jspecify.annotations.NullMarked;
