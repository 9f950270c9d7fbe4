package dev.dateline.console.ledger;

import dev.dateline.console.ConsoleMetrics;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.schema.Disposition;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ledgers of all partitions that one stage reads. Not thread-safe. */
final class StageLedger {
    private static final Logger log = LoggerFactory.getLogger(StageLedger.class);

    private final String stage;
    private final String input;
    private final Counter checked;
    private final Counter missing;
    private final Counter surplus;
    private final Map<TopicPartition, PartitionLedger> partitions = new HashMap<>();

    /**
     * Makes it; what alerts look at begins at 0.
     *
     * @param stage as traces name it
     * @param input name of the topic that it reads
     */
    StageLedger(String stage, String input, MeterRegistry meters) {
        this.stage = stage;
        this.input = input;
        this.checked = ConsoleMetrics.LEDGER_CHECKED.counter(meters, stage);
        this.missing = ConsoleMetrics.LEDGER_DIFFERENCES.counter(meters, stage, "missing");
        this.surplus = ConsoleMetrics.LEDGER_DIFFERENCES.counter(meters, stage, "surplus");
    }

    String stage() {
        return stage;
    }

    String input() {
        return input;
    }

    /** The consumer group whose positions say what the stage has read. */
    String group() {
        return StreamsSettings.APPLICATION_PREFIX + stage;
    }

    void begin(TopicPartition partition, long position) {
        partitions.put(partition, new PartitionLedger(position));
    }

    void record(TopicPartition partition, long offset) {
        ledger(partition).record(offset);
    }

    void trace(Disposition trace) {
        var partition = new TopicPartition(trace.getTopic(), trace.getPartition());
        if (partitions.containsKey(partition)) {
            ledger(partition).trace(trace.getOffset());
        }
    }

    /** Says whether the stage was set back behind what was settled, and begins anew there if so. */
    boolean isSetBack(TopicPartition partition, long committed) {
        var ledger = ledger(partition);
        if (committed >= ledger.settled()) {
            return false;
        }
        log.atInfo()
                .addKeyValue("stage", stage)
                .addKeyValue("partition", partition)
                .addKeyValue("from", ledger.settled())
                .addKeyValue("to", committed)
                .log("stage was set back");
        ledger.beginAnew(committed);
        return true;
    }

    void settle(TopicPartition partition, long committed) {
        var findings = ledger(partition).settle(committed);
        checked.increment(findings.checked());
        missing.increment(findings.missing());
        surplus.increment(findings.surplus());
        if (findings.missing() + findings.surplus() > 0) {
            log.atError()
                    .addKeyValue("stage", stage)
                    .addKeyValue("partition", partition)
                    .addKeyValue("before", committed)
                    .addKeyValue("missing", findings.missing())
                    .addKeyValue("surplus", findings.surplus())
                    .log("records and traces differ");
        }
    }

    private PartitionLedger ledger(TopicPartition partition) {
        var ledger = partitions.get(partition);
        if (ledger == null) {
            throw new IllegalStateException(stage + " does not read " + partition);
        }
        return ledger;
    }
}
