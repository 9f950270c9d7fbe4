/** What every program has: lifecycle, health, metrics, settings. Start with {@link dev.dateline.runtime.ServiceRunner}. */
@NullMarked
package dev.dateline.runtime;

import org.jspecify.annotations.NullMarked;
