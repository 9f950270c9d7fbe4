/** What Prometheus raises alarm about. Start with {@link dev.dateline.console.alert.AlertBoard}. */
@NullMarked
package dev.dateline.console.alert;

import org.jspecify.annotations.NullMarked;
