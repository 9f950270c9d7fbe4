package dev.dateline.standalone.retag;

import dev.dateline.schema.EnrichedArticle;
import dev.dateline.standalone.taxonomy.TagChanges;
import java.io.PrintWriter;
import java.time.Duration;
import org.apache.kafka.common.TopicPartition;

/** What a run has done so far, for a person. */
final class RetagReport {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final TagChanges changes;
    private final PrintWriter out;
    private final boolean dryRun;
    private long nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
    private long articles;
    private long retagged;
    private long repeated;
    private long unreadable;
    private long failed;

    RetagReport(TagChanges changes, PrintWriter out, boolean dryRun) {
        this.changes = changes;
        this.out = out;
        this.dryRun = dryRun;
    }

    void articles(int number) {
        articles += number;
    }

    void retagged(EnrichedArticle before, EnrichedArticle after) {
        retagged++;
        changes.add(before, after);
    }

    void repeated() {
        repeated++;
    }

    void unreadable() {
        unreadable++;
    }

    void failed() {
        failed++;
    }

    /** True when every article that was looked at could be tagged. */
    boolean isWhole() {
        return failed == 0;
    }

    /** Prints where the run is, now and then. */
    void progress(TopicPartition partition, long next, long end) {
        if (System.nanoTime() - nextLine >= 0) {
            out.printf(
                    "partition %d: offset %d of %d, %d retagged so far%n", partition.partition(), next, end, retagged);
            out.flush();
            nextLine = System.nanoTime() + BETWEEN_LINES.toNanos();
        }
    }

    /** Prints what became of all. */
    void print() {
        out.printf("%d articles, %d %s%n", articles, retagged, dryRun ? "would be retagged" : "retagged");
        line(repeated, "newer versions that came meanwhile were put back behind the older ones");
        line(unreadable, "records are unreadable and were left");
        line(failed, "articles could not be tagged; the log says why");
        if (retagged > 0) {
            changes.print(out);
        }
        out.flush();
    }

    private void line(long number, String what) {
        if (number > 0) {
            out.printf("%d %s%n", number, what);
        }
    }
}
