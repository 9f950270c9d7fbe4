package dev.dateline.console.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dateline.console.ledger.PartitionLedger.Findings;
import org.junit.jupiter.api.Test;

class PartitionLedgerTest {
    private final PartitionLedger ledger = new PartitionLedger(10);

    @Test
    void shouldFindNothingWhenEveryRecordHasOneTraceInWhateverOrder() {
        records(10, 11, 13);
        traces(13, 10, 11, 15);
        records(14, 15);
        assertThat(ledger.settle(14)).isEqualTo(new Findings(4, 0, 0));
        assertThat(ledger.settle(14)).isEqualTo(new Findings(0, 0, 0));
    }

    @Test
    void shouldMissTheTraceOfARecordThatTheStageHasGonePast() {
        records(10, 11, 12);
        traces(10, 12);
        assertThat(ledger.settle(13)).isEqualTo(new Findings(2, 1, 0));
        assertThat(ledger.settle(13)).as("it is told once").isEqualTo(new Findings(0, 0, 0));
    }

    @Test
    void shouldWaitForWhatIsInFlight() {
        records(10, 11, 12);
        traces(10, 13);
        assertThat(ledger.settle(11)).isEqualTo(new Findings(1, 0, 0));
    }

    @Test
    void shouldFindASecondTraceBeforeAndAfterTheFirstWasSettled() {
        traces(10, 10);
        records(10, 11);
        assertThat(ledger.settle(11)).isEqualTo(new Findings(1, 0, 1));
        traces(10, 11);
        assertThat(ledger.settle(12)).isEqualTo(new Findings(1, 0, 1));
    }

    @Test
    void shouldNotLookAtWhatWasBeforeTheStart() {
        traces(3, 9);
        records(9);
        assertThat(ledger.settle(12)).isEqualTo(new Findings(0, 0, 0));
    }

    @Test
    void shouldCompareAgainWhatAStageDoesAgain() {
        records(10, 11, 12);
        traces(10, 11, 12);
        ledger.settle(13);
        traces(10, 11);
        ledger.beginAnew(11);
        records(11, 12);
        assertThat(ledger.settle(12)).isEqualTo(new Findings(1, 0, 0));
        traces(12);
        assertThat(ledger.settle(13)).isEqualTo(new Findings(1, 0, 0));
    }

    private void records(long... offsets) {
        for (var offset : offsets) {
            ledger.record(offset);
        }
    }

    private void traces(long... offsets) {
        for (var offset : offsets) {
            ledger.trace(offset);
        }
    }
}
