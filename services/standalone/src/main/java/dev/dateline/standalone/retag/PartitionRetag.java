package dev.dateline.standalone.retag;

import dev.dateline.kafka.client.PartitionReader;
import dev.dateline.kafka.serde.UnreadableRecordException;
import dev.dateline.kafka.topics.Topic;
import dev.dateline.pipeline.tag.ArticleRetagger;
import dev.dateline.schema.EnrichedArticle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tags the articles of one partition again, up to the end that it has at the start.
 *
 * <p>First the partition is read for where the newest record of each article is, then again for these records; each whose tags
 * change is written behind. A tagger that works meanwhile may publish a new version between the reading and the writing: the
 * older one would then stand last, and compaction keep it. So what was written since is read until no newer record is hidden; one
 * that is gets repeated. A run that was killed leaves at most what the next one mends in the same way.
 */
final class PartitionRetag {
    private static final Logger log = LoggerFactory.getLogger(PartitionRetag.class);

    private final Consumer<String, byte[]> consumer;
    private final TopicPartition partition;
    private final Topic<EnrichedArticle> topic;
    private final Job job;
    private final ArticleIndex index = new ArticleIndex();
    private long indexed;

    /**
     * What is to be done.
     *
     * @param retagger gives the tags
     * @param since articles that were taken in before stay as they are
     * @param progress how far an earlier run came
     * @param report what became of it
     * @param writer null for a dry run
     */
    record Job(
            ArticleRetagger retagger,
            Instant since,
            RetagProgress progress,
            RetagReport report,
            @Nullable RetagWriter writer) {}

    /**
     * Makes it.
     *
     * @param consumer has this partition assigned, and no other
     */
    PartitionRetag(Consumer<String, byte[]> consumer, TopicPartition partition, Topic<EnrichedArticle> topic, Job job) {
        this.consumer = consumer;
        this.partition = partition;
        this.topic = topic;
        this.job = job;
    }

    void run() {
        var end = end();
        indexed = beginning();
        var start = Math.max(indexed, job.progress().of(partition));
        indexTo(end);
        job.report().articles(index.size());
        consumer.seek(partition, Math.min(start, end));
        PartitionReader.readTo(consumer, Map.of(partition, end), record -> {
            retag(record);
            job.report().progress(partition, record.offset() + 1, end);
            if (job.writer() != null && job.writer().isFull()) {
                job.progress().commit(job.writer(), partition, record.offset() + 1);
            }
        });
        if (job.writer() != null) {
            job.progress().commit(job.writer(), partition, end);
            repeatHidden(job.writer());
        }
    }

    private long beginning() {
        return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private long end() {
        return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
    }

    private void indexTo(long end) {
        consumer.seek(partition, indexed);
        PartitionReader.readTo(consumer, Map.of(partition, end), record -> {
            var article = read(record);
            if (article == null) {
                index.remove(record.key());
            } else {
                index.add(record.key(), article, record.offset());
            }
        });
        indexed = end;
    }

    private void retag(ConsumerRecord<String, byte[]> record) {
        if (!index.isNewest(record.key(), record.offset())
                || record.timestamp() < job.since().toEpochMilli()) {
            return;
        }
        var article = read(record);
        if (article != null) {
            again(article).ifPresent(retagged -> {
                if (job.writer() != null) {
                    job.writer().write(record, retagged);
                }
                job.report().retagged(article, retagged);
            });
        }
    }

    /** One article that surprises the tagger costs its own tags, not the run. */
    private Optional<EnrichedArticle> again(EnrichedArticle article) {
        try {
            return job.retagger().retag(article);
        } catch (RuntimeException e) {
            log.atError()
                    .setCause(e)
                    .addKeyValue("article", article.getArticleId())
                    .log("cannot be tagged; it stays as it is");
            job.report().failed();
            return Optional.empty();
        }
    }

    /** Waits for its own records, too: a commit returns before readers see what was committed. */
    private void repeatHidden(RetagWriter writer) {
        indexTo(Math.max(end(), writer.end(partition)));
        for (var hidden = index.hidden(); !hidden.isEmpty(); hidden = index.hidden()) {
            for (var offset : hidden) {
                consumer.seek(partition, offset);
                PartitionReader.readTo(consumer, Map.of(partition, offset + 1), record -> {
                    writer.repeat(record);
                    job.report().repeated();
                });
            }
            writer.commit();
            indexTo(Math.max(end(), writer.end(partition)));
        }
    }

    private @Nullable EnrichedArticle read(ConsumerRecord<String, byte[]> record) {
        byte @Nullable [] value = record.value();
        if (value == null) {
            return null;
        }
        try {
            return topic.values().deserializer().deserialize(topic.name(), value);
        } catch (UnreadableRecordException e) {
            job.report().unreadable();
            return null;
        }
    }
}
