package dev.dateline.standalone.operate;

import dev.dateline.kafka.operate.DeadLetter;
import dev.dateline.kafka.operate.DeadLetter.Standing;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which dead letters are meant, by what they have in common. */
final class LetterChoice implements Predicate<DeadLetter> {
    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Those of this stage: clean, dedup, tag, route, sink.")
    private @Nullable String stage;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            description = "Those with this reason, such as processing_failed.")
    private @Nullable String reason;

    @Option(names = "--source", paramLabel = "ID", description = "Those whose article came from this source.")
    private @Nullable String source;

    /** Whether anything was chosen by. */
    boolean isGiven() {
        return stage != null || reason != null || source != null;
    }

    /** Takes letters that are still open. */
    Predicate<DeadLetter> open() {
        return and(letter -> letter.standing() == Standing.OPEN);
    }

    @Override
    public boolean test(DeadLetter letter) {
        return (stage == null || stage.equals(letter.stage()))
                && (reason == null || reason.equals(letter.reason()))
                && (source == null || source.equals(letter.source()));
    }
}
