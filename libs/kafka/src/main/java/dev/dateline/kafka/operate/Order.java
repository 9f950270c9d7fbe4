package dev.dateline.kafka.operate;

import dev.dateline.schema.AuditEntry;
import dev.dateline.schema.OperatorAction;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Who wants something done, and why.
 *
 * @param actor name for the audit: that of a token, or the user of the command line
 * @param note in the operator's words; null when nothing was said
 * @param dryRun only says what would be done
 */
public record Order(String actor, @Nullable String note, boolean dryRun) {

    /** Makes the audit record of an act. */
    AuditEntry entry(OperatorAction action, String subject, @Nullable String detail) {
        return AuditEntry.newBuilder()
                .setActor(actor)
                .setAction(action)
                .setSubject(subject)
                .setNote(note)
                .setDetail(detail)
                .setAt(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .build();
    }
}
