/** Metrics: names declared once, shown at /metrics. Start with {@link dev.dateline.runtime.metrics.Metric}. */
@NullMarked
package dev.dateline.runtime.metrics;

import org.jspecify.annotations.NullMarked;
