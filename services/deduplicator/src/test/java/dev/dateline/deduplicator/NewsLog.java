package dev.dateline.deduplicator;

import dev.dateline.pipeline.dedup.Deduplicator;
import dev.dateline.pipeline.dedup.Sketcher;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.testkit.Articles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A log of clean articles as bad as it gets: copies, edits, withdrawals, the same page again, records delivered twice or late,
 * back-fill of another year between today's news, articles without a date, and now and then weeks of silence.
 */
final class NewsLog {
    private static final int STORIES = 12;
    private static final int WORDS = 120;
    private static final int VOCABULARY = 3_000;

    /** A record of the log; null bytes stand for a value that nobody can read. */
    record Entry(String key, CleanArticle article, Instant ingested) {}

    /** Long ago, so that years of silence still end before today: a broker takes no record from the future. */
    static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private Instant now = START;
    private int articles;

    private NewsLog(long seed) {
        this.random = new Random(seed);
    }

    /** Makes the log of a seed. */
    static List<Entry> of(long seed, int records) {
        var log = new NewsLog(seed);
        while (log.entries.size() < records) {
            log.add();
        }
        return List.copyOf(log.entries);
    }

    private void add() {
        now = now.plus(
                random.nextInt(25) == 0
                        ? Duration.ofDays(random.nextInt(45))
                        : Duration.ofMinutes(random.nextInt(200)));
        switch (random.nextInt(12)) {
            case 0 -> again();
            case 1 -> write(withdrawal(known()), Duration.ZERO);
            case 2, 3, 4 -> write(live(known()), Duration.ofMinutes(random.nextInt(30)));
            case 5 -> write(live(known()), Duration.ofDays(random.nextInt(20)));
            case 6 -> write(live("old" + random.nextInt(30)), Duration.ofDays(365));
            default -> write(live("article" + articles++), Duration.ofMinutes(random.nextInt(30)));
        }
    }

    /** The record of some moments ago once more, as a producer's retry writes it, or a page that did not change. */
    private void again() {
        if (!entries.isEmpty()) {
            var before = entries.get(entries.size() - 1 - random.nextInt(Math.min(entries.size(), 5)));
            var article = CleanArticle.newBuilder(before.article());
            if (random.nextBoolean()) {
                article.setFetchedAt(now);
            }
            entries.add(new Entry(before.key(), article.build(), now));
        }
    }

    private void write(CleanArticle.Builder article, Duration fetchedBefore) {
        var fetched = now.minus(fetchedBefore);
        article.setFetchedAt(fetched).setEventTime(random.nextInt(10) == 0 ? Deduplicator.UNDATED : fetched);
        entries.add(new Entry(article.getArticleId(), article.build(), now.minusSeconds(random.nextInt(600))));
    }

    private String known() {
        return "article" + random.nextInt(Math.max(1, articles));
    }

    private CleanArticle.Builder live(String id) {
        var title = "Title " + random.nextInt(3);
        var text = text();
        return Articles.clean(id, title, text)
                .setCanonicalUrl("https://site" + random.nextInt(5) + ".example/" + id)
                .setSketch(Sketcher.sketch(title, text).orElseThrow());
    }

    private static CleanArticle.Builder withdrawal(String id) {
        return Articles.clean(id, "", "").setStatus(ArticleStatus.WITHDRAWN).setWithdrawnReason("410 Gone");
    }

    /** One of few stories, with few or many of its words exchanged, or half of it. */
    private String text() {
        var words = new Random(random.nextInt(STORIES))
                .ints(WORDS, 0, VOCABULARY)
                .mapToObj(NewsLog::word)
                .collect(Collectors.toCollection(ArrayList::new));
        int exchanged = List.of(0, 0, 0, 3, 12, 40).get(random.nextInt(6));
        for (int i = 0; i < exchanged; i++) {
            words.set(random.nextInt(WORDS), word(random.nextInt(VOCABULARY)));
        }
        return String.join(" ", random.nextInt(5) == 0 ? words.subList(0, WORDS / 2) : words);
    }

    /** Letters only, so that no word is a figure. */
    private static String word(int number) {
        return Integer.toString(number, 10)
                .chars()
                .mapToObj(digit -> Character.toString(digit - '0' + 'a'))
                .collect(Collectors.joining("", "w", ""));
    }
}
