package dev.dateline.pipeline.dedup;

import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A log of clean articles with all that makes judging hard. */
final class RandomLog {
    /** A record of the log. */
    record Entry(CleanArticle article, Instant ingestTime, long position) {}

    private RandomLog() {}

    /** 200 articles on 20 texts over two days, with edits, withdrawals, redeliveries and ingest times that go back. */
    static List<Entry> of(Random random, int records) {
        var log = new ArrayList<Entry>();
        for (int i = 0; i < records; i++) {
            if (i > 0 && random.nextInt(12) == 0) {
                log.add(log.get(i - 1 - random.nextInt(Math.min(i, 5))));
                continue;
            }
            int minute = 5 * i - random.nextInt(90);
            var id = "a" + (i / 5 + random.nextInt(40));
            var article = random.nextInt(10) == 0
                    ? DedupRecords.withdrawal(id, minute)
                    : DedupRecords.version(id, randomText(random), minute);
            article.setSourceId(random.nextInt(15) == 0 ? "loner" : "example");
            var ingested = Articles.FETCHED.plus(Duration.ofMinutes(5L * i - random.nextInt(30)));
            log.add(new Entry(article.build(), ingested, i));
        }
        return log;
    }

    private static String randomText(Random random) {
        char base = (char) ('A' + random.nextInt(20));
        return base + List.of("", "", "1", "2", "/2").get(random.nextInt(5));
    }
}
