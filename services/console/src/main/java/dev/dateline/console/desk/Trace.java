package dev.dateline.console.desk;

import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What became of one record of an article at one stage. */
public record Trace(
        String stage,
        DispositionOutcome outcome,
        @Nullable String reason,
        @Nullable String detail,
        Entry.Place input,
        Instant at) {

    static Trace of(Disposition disposition) {
        return new Trace(
                disposition.getStage(),
                disposition.getOutcome(),
                disposition.getReason(),
                disposition.getDetail(),
                new Entry.Place(disposition.getTopic(), disposition.getPartition(), disposition.getOffset()),
                disposition.getAt());
    }
}
