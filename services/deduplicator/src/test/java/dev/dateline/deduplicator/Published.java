package dev.dateline.deduplicator;

import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.ArticleStatus;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Disposition;
import dev.dateline.schema.DispositionOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a deduplicator published about a log, from committed records only.
 *
 * @param lines every record of every topic, in the order of each topic: key, ingest time and the value's very bytes
 * @param fates of each record of the log, by its offset: all that became of it, which must be one thing
 * @param unclaimed records published without a trace of what they were made from
 */
record Published(List<String> lines, TreeMap<Long, List<String>> fates, long unclaimed) {

    static Published by(DedupRig rig) {
        var topics = rig.kafka().topics();
        var lines = new ArrayList<String>();
        for (var topic : List.of(topics.unique(), topics.duplicate(), topics.story(), topics.disposition())) {
            rig.read(topic).forEach(record -> lines.add(line(record)));
        }
        var kept = new HashMap<String, Deque<String>>();
        each(rig, topics.unique(), (key, it) -> claimable(kept, key).add(word("unique", it.getArticle())));
        each(rig, topics.duplicate(), (key, it) -> claimable(kept, key).add(word("duplicate", it.getArticle())));
        var fates = new TreeMap<Long, List<String>>();
        each(
                rig,
                topics.disposition(),
                (key, it) -> fates.computeIfAbsent(it.getOffset(), offset -> new ArrayList<>())
                        .add(fate(it, claimable(kept, key))));
        var letters = rig.read(topics.deadLetter()).size();
        var dead = fates.values().stream().filter(List.of("dead")::equals).count();
        return new Published(
                lines, fates, kept.values().stream().mapToInt(Deque::size).sum() + letters - dead);
    }

    /** Counts each kind of fate. */
    Map<String, Integer> counts() {
        var counts = new TreeMap<String, Integer>();
        fates.values().forEach(all -> all.forEach(fate -> counts.merge(fate, 1, Integer::sum)));
        return counts;
    }

    private static String line(ConsumerRecord<String, byte[]> record) {
        return record.topic() + " " + record.key() + " " + record.timestamp() + " "
                + new String(record.value(), StandardCharsets.ISO_8859_1);
    }

    private static String fate(Disposition trace, Deque<String> kept) {
        if (trace.getOutcome() == DispositionOutcome.DEAD_LETTERED) {
            return "dead";
        }
        if (trace.getOutcome() == DispositionOutcome.DROPPED) {
            return String.valueOf(trace.getReason());
        }
        return kept.isEmpty() ? "kept, and nowhere to be found" : kept.removeFirst();
    }

    private static String word(String topic, CleanArticle article) {
        return article.getStatus() == ArticleStatus.WITHDRAWN ? "withdrawn" : topic;
    }

    private static Deque<String> claimable(Map<String, Deque<String>> kept, String key) {
        return kept.computeIfAbsent(key, id -> new ArrayDeque<>());
    }

    private static <V> void each(DedupRig rig, Topic<V> topic, BiConsumer<String, V> action) {
        var decoder = topic.values().deserializer();
        rig.read(topic)
                .forEach(record -> action.accept(record.key(), decoder.deserialize(record.topic(), record.value())));
    }
}
