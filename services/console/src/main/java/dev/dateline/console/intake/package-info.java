/** Reads Kafka for the desk. Start with {@link dev.dateline.console.intake.Intake}. */
@NullMarked
package dev.dateline.console.intake;

import org.jspecify.annotations.NullMarked;
