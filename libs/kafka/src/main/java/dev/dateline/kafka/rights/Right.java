package dev.dateline.kafka.rights;

import dev.dateline.kafka.topics.TopicAccess;
import dev.dateline.kafka.topics.TopicSpec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One thing that a program must be allowed to do; to see what one reads or writes is always part of it.
 *
 * @param pattern whether the name is whole or the beginning of many
 */
public record Right(ResourceType type, String name, PatternType pattern, Set<AclOperation> operations) {
    private static final String ANY_HOST = "*";

    public Right {
        operations = Set.copyOf(operations);
    }

    /** The rights to read and write topics. */
    public static List<Right> to(TopicAccess access) {
        var operations = new TreeMap<String, Set<AclOperation>>();
        add(operations, access.reads(), AclOperation.READ);
        add(operations, access.writes(), AclOperation.WRITE);
        var rights = new ArrayList<Right>();
        operations.forEach((name, allowed) -> rights.add(literal(ResourceType.TOPIC, name, allowed)));
        return rights;
    }

    /** The right to see that a topic is there, where its partitions end and how far groups have read it, but no record of it. */
    public static Right toSee(TopicSpec topic) {
        return literal(ResourceType.TOPIC, topic.name(), Set.of(AclOperation.DESCRIBE));
    }

    /** The right to be a member of a consumer group and to keep its offsets. */
    public static Right toJoin(String group) {
        return literal(ResourceType.GROUP, group, Set.of(AclOperation.READ));
    }

    /** The right to see where the groups are whose names begin with a word. */
    public static Right toSee(String groups) {
        return new Right(ResourceType.GROUP, groups, PatternType.PREFIXED, Set.of(AclOperation.DESCRIBE));
    }

    /** The right to write in transactions whose ids begin with a word. */
    public static Right toTransactions(String prefix) {
        return new Right(ResourceType.TRANSACTIONAL_ID, prefix, PatternType.PREFIXED, Set.of(AclOperation.WRITE));
    }

    /** The rights to topics that begin with a word. */
    public static Right toTopics(String prefix, AclOperation... operations) {
        return new Right(ResourceType.TOPIC, prefix, PatternType.PREFIXED, Set.of(operations));
    }

    /** What a Streams application needs beside its topics: its group, its transactions, and topics of its own. */
    public static List<Right> toStreams(String applicationId) {
        var prefix = applicationId + "-";
        return List.of(
                toTopics(prefix, AclOperation.READ, AclOperation.WRITE, AclOperation.CREATE, AclOperation.DELETE),
                toJoin(applicationId),
                toTransactions(prefix));
    }

    /** The rule that gives it to a user. */
    public AclBinding binding(String principal, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW));
    }

    /** Its rules for a user, one for each operation. */
    public Stream<AclBinding> bindings(String principal) {
        return operations.stream().map(operation -> binding(principal, operation));
    }

    private static Right literal(ResourceType type, String name, Set<AclOperation> operations) {
        return new Right(type, name, PatternType.LITERAL, operations);
    }

    private static void add(
            TreeMap<String, Set<AclOperation>> operations, Set<TopicSpec> topics, AclOperation operation) {
        topics.forEach(topic -> operations
                .computeIfAbsent(topic.name(), name -> EnumSet.noneOf(AclOperation.class))
                .add(operation));
    }
}
