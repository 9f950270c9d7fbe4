package dev.dateline.standalone;

import dev.dateline.console.ConsoleConfig;
import dev.dateline.console.ConsoleMain;
import dev.dateline.kafka.rights.KafkaUser;
import dev.dateline.kafka.rights.Right;
import dev.dateline.kafka.streams.StreamsSettings;
import dev.dateline.runtime.Environment;
import dev.dateline.runtime.ServiceDefinition;
import dev.dateline.runtime.StartException;
import dev.dateline.runtime.settings.SettingsLoader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;

/** Every program as a user of Kafka of its own, with all that it must be allowed to do there; asked of the programs themselves. */
public final class KafkaUsers {
    /** The console whose people may act; the other one only looks. */
    public static final String ACTING_CONSOLE = "console-acting";
    /** Whoever prepares a cluster and answers for it, with the commands of {@code dateline}. */
    public static final String OPERATOR = "operator";

    private static final String ALL_TOPICS = "news.";
    private static final String ANY_TOKEN = "anybody:0123456789abcdef";

    private KafkaUsers() {}

    /** Gives the rights of every user, by the name of its program. */
    public static Map<String, List<Right>> all() throws StartException {
        var users = new LinkedHashMap<String, List<Right>>();
        for (var definition : Services.ALL) {
            users.put(definition.name(), rights(definition, Map.of()));
        }
        users.put(ACTING_CONSOLE, rights(ConsoleMain.DEFINITION, Map.of(ConsoleConfig.TOKENS.key(), ANY_TOKEN)));
        users.put(OPERATOR, operator());
        return users;
    }

    private static List<Right> rights(ServiceDefinition definition, Map<String, String> settings)
            throws StartException {
        var loader = new SettingsLoader(definition.settings());
        settings.forEach(loader::set);
        var service = definition.factory().create(new Environment(loader.load(), new SimpleMeterRegistry()));
        return merged(((KafkaUser) service).rights());
    }

    private static List<Right> operator() {
        var ours = StreamsSettings.APPLICATION_PREFIX;
        return List.of(
                Right.toTopics(ALL_TOPICS, AclOperation.ALL),
                new Right(ResourceType.GROUP, ours, PatternType.PREFIXED, Set.of(AclOperation.ALL)),
                Right.toTransactions(ours));
    }

    /** One right for each name, in the order of kinds and names: parts of a program may do different things with one topic. */
    private static List<Right> merged(List<Right> rights) {
        var merged = new ArrayList<Right>();
        rights.stream()
                .collect(Collectors.groupingBy(right -> right.type() + right.name() + right.pattern()))
                .values()
                .forEach(same -> merged.add(union(same)));
        merged.sort((one, other) -> order(one).compareTo(order(other)));
        return List.copyOf(merged);
    }

    private static Right union(List<Right> same) {
        var operations = new TreeSet<AclOperation>();
        same.forEach(right -> operations.addAll(right.operations()));
        var first = same.get(0);
        return new Right(first.type(), first.name(), first.pattern(), operations);
    }

    private static String order(Right right) {
        return right.type().ordinal() + right.name();
    }

    /** The command that gives a right to a user, for clusters without an operator of their own. */
    public static String command(String user, Right right) {
        var words = Stream.of(
                Stream.of("kafka-acls.sh --bootstrap-server BROKER --add --allow-principal User:" + user),
                right.operations().stream().sorted().map(operation -> "--operation " + word(operation)),
                Stream.of(option(right.type()) + " " + right.name()),
                right.pattern() == PatternType.PREFIXED
                        ? Stream.of("--resource-pattern-type prefixed")
                        : Stream.<String>empty());
        return words.flatMap(each -> each).collect(Collectors.joining(" "));
    }

    /** Kafka's own word for an operation. */
    public static String word(AclOperation operation) {
        var name = operation.name().toLowerCase(Locale.ROOT);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static String option(ResourceType type) {
        return switch (type) {
            case TOPIC -> "--topic";
            case GROUP -> "--group";
            case TRANSACTIONAL_ID -> "--transactional-id";
            default -> throw new IllegalArgumentException("no program needs a right to " + type);
        };
    }
}
