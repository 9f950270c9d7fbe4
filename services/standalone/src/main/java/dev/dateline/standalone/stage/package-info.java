/** A stage over JSON Lines, without Kafka. Start with {@link dev.dateline.standalone.stage.StageCommand}. */
@NullMarked
package dev.dateline.standalone.stage;

import org.jspecify.annotations.NullMarked;
