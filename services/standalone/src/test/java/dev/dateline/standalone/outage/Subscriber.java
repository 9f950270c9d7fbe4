package dev.dateline.standalone.outage;

import dev.dateline.kafka.streams.EventHeaders;
import dev.dateline.standalone.ClusterUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Who reads the topics of regions, themes and routes, as {@link Truth} writes it. */
final class Subscriber {
    private final ClusterUser user;

    Subscriber(ClusterUser user) {
        this.user = user;
    }

    /** What a topic says of each article, from the first record to the last. */
    Map<String, List<String>> deliveries(String topic) {
        var deliveries = new TreeMap<String, List<String>>();
        for (var record : user.records(topic)) {
            deliveries
                    .computeIfAbsent(record.key(), any -> new ArrayList<>())
                    .add(record.value() == null ? farewell(record) : version(record));
        }
        return deliveries;
    }

    /** The last thing that a topic says of each article that it still has. */
    Map<String, String> held(String topic) {
        var held = new TreeMap<String, String>();
        user.records(topic).forEach(record -> {
            if (record.value() == null) {
                held.remove(record.key());
            } else {
                held.put(record.key(), version(record));
            }
        });
        return held;
    }

    Map<String, String> deadLetters() {
        var letters = new TreeMap<String, String>();
        user.records(user.kafka().topics().deadLetter().name())
                .forEach(record -> letters.put(record.key(), record.headers().toString()));
        return letters;
    }

    private static String farewell(ConsumerRecord<String, byte[]> record) {
        return record.headers().lastHeader(EventHeaders.WITHDRAWN) == null ? "left" : "withdrawn";
    }

    private String version(ConsumerRecord<String, byte[]> record) {
        var topic = user.kafka().topics().enriched();
        return Truth.delivery(topic.values().deserializer().deserialize(topic.name(), record.value()));
    }
}
