package dev.dateline.kafka.topics;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;

/**
 * The topics that a program reads and writes. One declaration for two uses: it is what {@link TopicCheck} looks for at the start, and
 * what the program's user is given rights to ({@link dev.dateline.kafka.rights.Right}).
 */
public record TopicAccess(Set<TopicSpec> reads, Set<TopicSpec> writes) {
    public TopicAccess {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    /** Topics that are read only. */
    public static TopicAccess reading(Topic<?>... topics) {
        return new TopicAccess(specs(topics), Set.of());
    }

    /** Topics that are written only. */
    public static TopicAccess writing(Topic<?>... topics) {
        return new TopicAccess(Set.of(), specs(topics));
    }

    /** These and those of another part of the same program. */
    public TopicAccess and(TopicAccess other) {
        return new TopicAccess(union(reads, other.reads), union(writes, other.writes));
    }

    /** Every topic, by name, and what is done with it. */
    List<Use> uses() {
        return union(reads, writes).stream()
                .map(topic -> new Use(topic, operations(topic)))
                .sorted((one, other) ->
                        one.topic().name().compareTo(other.topic().name()))
                .toList();
    }

    /** A topic and the operations that are done on it. */
    record Use(TopicSpec topic, Set<AclOperation> operations) {
        boolean isWork() {
            return !operations.isEmpty();
        }
    }

    private Set<AclOperation> operations(TopicSpec topic) {
        return Stream.of(AclOperation.READ, AclOperation.WRITE)
                .filter(operation -> (operation == AclOperation.READ ? reads : writes).contains(topic))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<TopicSpec> specs(Topic<?>... topics) {
        return Stream.of(topics).map(Topic::spec).collect(Collectors.toSet());
    }

    private static Set<TopicSpec> union(Collection<TopicSpec> some, Collection<TopicSpec> others) {
        var both = new LinkedHashSet<>(some);
        both.addAll(others);
        return both;
    }
}
