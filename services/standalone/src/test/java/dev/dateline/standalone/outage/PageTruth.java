package dev.dateline.standalone.outage;

import dev.dateline.kafka.topics.Topic;
import dev.dateline.schema.CleanArticle;
import dev.dateline.schema.Disposition;
import dev.dateline.standalone.ClusterUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the topics between pages and tagged articles must hold: each state of each article once and in order, one original of each story,
 * and one trace of each record at each stage that read it.
 */
final class PageTruth {
    private final ClusterUser user;
    private final KnownPages pages;

    PageTruth(ClusterUser user, KnownPages pages) {
        this.user = user;
        this.pages = pages;
    }

    void compare(Differences differences) {
        var topics = user.kafka().topics();
        var clean = states(topics.clean(), CleanArticle::getFetchedAt);
        var unique = states(topics.unique(), record -> record.getVersion() + " of " + time(record.getArticle()));
        var copies = states(topics.duplicate(), record -> record.getVersion() + " of " + time(record.getArticle()));
        var enriched = states(topics.enriched(), record -> record.getVersion() + " of " + record.getFetchedAt());
        differences.compare(topics.clean().name(), pages.kept(), clean);
        differences.compare("originals and copies", numbered(pages.kept()), joined(unique, copies));
        differences.compare("originals of a story", ones(), originals(unique));
        differences.compare(topics.enriched().name(), unique, enriched);
        var traces = traces();
        differences.compare("traced twice", Map.of(), traces.twice);
        differences.compare(
                "traces of",
                Map.of(
                        "clean", pages.told(),
                        "dedup", count(clean),
                        "tag", count(unique),
                        "route", count(enriched)),
                traces.stages);
    }

    /** All records that the last stages read, in an order that keeps that of each key. */
    List<SpecificRecord> read() {
        var topics = user.kafka().topics();
        List<SpecificRecord> records = new ArrayList<>();
        for (Topic<? extends SpecificRecord> topic : List.of(topics.enriched(), topics.duplicate(), topics.story())) {
            user.records(topic.name()).forEach(record -> records.add(value(topic, record.value())));
        }
        return records;
    }

    private <V> Map<String, List<String>> states(Topic<V> topic, Function<V, Object> state) {
        var states = new TreeMap<String, List<String>>();
        user.records(topic.name())
                .forEach(record -> states.computeIfAbsent(record.key(), any -> new ArrayList<>())
                        .add(state.apply(value(topic, record.value())).toString()));
        return states;
    }

    private static <V> V value(Topic<V> topic, byte[] bytes) {
        return topic.values().deserializer().deserialize(topic.name(), bytes);
    }

    private static String time(CleanArticle article) {
        return article.getFetchedAt().toString();
    }

    private static Map<String, List<String>> numbered(Map<String, List<String>> states) {
        var numbered = new TreeMap<String, List<String>>();
        states.forEach((id, times) -> {
            var versions = new ArrayList<String>();
            times.forEach(time -> versions.add(versions.size() + 1 + " of " + time));
            numbered.put(id, versions);
        });
        return numbered;
    }

    /** An article that is in both has too many versions. */
    private static Map<String, List<String>> joined(Map<String, List<String>> one, Map<String, List<String>> other) {
        var joined = new TreeMap<String, List<String>>();
        one.forEach((id, states) -> joined.put(id, new ArrayList<>(states)));
        other.forEach((id, states) -> joined.merge(id, new ArrayList<>(states), (before, more) -> {
            before.addAll(more);
            return before;
        }));
        return joined;
    }

    private Map<String, Integer> ones() {
        var ones = new TreeMap<String, Integer>();
        pages.families().values().forEach(story -> ones.put(story, 1));
        return ones;
    }

    private Map<String, Integer> originals(Map<String, List<String>> unique) {
        var originals = new TreeMap<String, Integer>();
        unique.keySet()
                .forEach(id -> originals.merge(pages.families().getOrDefault(id, "an unknown one"), 1, Integer::sum));
        return originals;
    }

    private static long count(Map<String, List<String>> states) {
        return states.values().stream().mapToLong(List::size).sum();
    }

    /** Traces by stage, and those that stand there more than once. */
    private record Traces(Map<String, Long> stages, Map<String, String> twice) {}

    private Traces traces() {
        var traces = new Traces(new TreeMap<>(), new TreeMap<>());
        var seen = new TreeSet<String>();
        var topic = user.kafka().topics().disposition();
        user.records(topic.name()).forEach(record -> {
            Disposition trace = value(topic, record.value());
            traces.stages.merge(trace.getStage(), 1L, Long::sum);
            var at = "%s of %s-%d at %d"
                    .formatted(trace.getStage(), trace.getTopic(), trace.getPartition(), trace.getOffset());
            if (!seen.add(at)) {
                traces.twice.put(at, trace.getArticleId());
            }
        });
        return traces;
    }
}
