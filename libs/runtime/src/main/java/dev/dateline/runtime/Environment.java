package dev.dateline.runtime;

import dev.dateline.runtime.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What a service is made in.
 *
 * @param settings all that the program declared
 * @param meters where it counts
 */
public record Environment(Settings settings, MeterRegistry meters) {}
