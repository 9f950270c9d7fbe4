package dev.dateline.standalone.demo;

import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import dev.dateline.schema.DuplicateArticle;
import dev.dateline.schema.EnrichedArticle;
import dev.dateline.schema.EventType;
import dev.dateline.schema.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All that was committed to the topics so far. Thread-safe: one thread adds, another asks. */
final class Observed {
    private final Map<String, Long> records = new TreeMap<>();
    private final Map<String, Long> lastOffsets = new HashMap<>();
    private final Map<String, StageCount> stages = new TreeMap<>();
    private final Map<String, EnrichedArticle> enriched = new HashMap<>();
    private final Map<String, DuplicateArticle> duplicates = new HashMap<>();
    private final Map<String, Story> stories = new HashMap<>();
    private final Map<String, String> drops = new HashMap<>();
    private final List<Duration> latencies = new ArrayList<>();
    private Optional<Instant> firstArticle = Optional.empty();

    synchronized void record(String topic, int partition, long offset) {
        records.merge(topic, 1L, Long::sum);
        lastOffsets.put(topic + "/" + partition, offset);
    }

    synchronized void add(EnrichedArticle article, Instant now) {
        enriched.put(article.getArticleId(), article);
        if (firstArticle.isEmpty()) {
            firstArticle = Optional.of(now);
        }
        if (article.getEvent() != EventType.RETAGGED) {
            latencies.add(Duration.between(article.getFetchedAt(), now));
        }
    }

    synchronized void add(DuplicateArticle article) {
        duplicates.put(article.getArticle().getArticleId(), article);
    }

    synchronized void add(Story story) {
        stories.put(story.getStoryId(), story);
    }

    synchronized void add(Disposition disposition) {
        stages.computeIfAbsent(disposition.getStage(), stage -> new StageCount())
                .add(disposition);
        if (disposition.getOutcome() == DispositionOutcome.DROPPED
                && disposition.getStage().equals("clean")) {
            drops.put(disposition.getArticleId(), String.valueOf(disposition.getReason()));
        }
    }

    /** Number of records of a topic. */
    synchronized long records(String topic) {
        return records.getOrDefault(topic, 0L);
    }

    /** Number of records of all topics: when it stands still, nothing happens. */
    synchronized long total() {
        return records.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Offset of the last record of each partition, by {@code topic/partition}. */
    synchronized Map<String, Long> lastOffsets() {
        return Map.copyOf(lastOffsets);
    }

    synchronized StageCount stage(String stage) {
        return stages.getOrDefault(stage, new StageCount());
    }

    synchronized Optional<EnrichedArticle> enriched(String articleId) {
        return Optional.ofNullable(enriched.get(articleId));
    }

    synchronized Collection<EnrichedArticle> enriched() {
        return List.copyOf(enriched.values());
    }

    synchronized Optional<DuplicateArticle> duplicate(String articleId) {
        return Optional.ofNullable(duplicates.get(articleId));
    }

    synchronized Collection<DuplicateArticle> duplicates() {
        return List.copyOf(duplicates.values());
    }

    synchronized Collection<Story> stories() {
        return List.copyOf(stories.values());
    }

    /** Why the cleaner dropped an article last. */
    synchronized Optional<String> dropReason(String articleId) {
        return Optional.ofNullable(drops.get(articleId));
    }

    /** Times from the fetch of an article to the moment that a subscriber has it, ascending. */
    synchronized List<Duration> latencies() {
        return latencies.stream().sorted().toList();
    }

    synchronized Optional<Instant> firstArticle() {
        return firstArticle;
    }
}
