package dev.dateline.fetcher.sources;

import dev.dateline.runtime.Nearest;
import dev.dateline.runtime.Problem;
import dev.dateline.runtime.settings.SettingType;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The values of a mapping in a YAML file by their keys; whatever is wrong with one is added to the problems, with its line. */
final class YamlEntry {
    private final MappingNode mapping;
    private final Path file;
    private final List<Problem> problems;
    private final Map<String, Node> values = new HashMap<>();

    private YamlEntry(MappingNode mapping, Path file, List<Problem> problems) {
        this.mapping = mapping;
        this.file = file;
        this.problems = problems;
    }

    /**
     * Reads a mapping.
     *
     * @param keys all that mean something in it
     * @param nested those of them whose value is a mapping too
     */
    static YamlEntry of(MappingNode mapping, List<String> keys, Set<String> nested, Path file, List<Problem> problems) {
        var entry = new YamlEntry(mapping, file, problems);
        mapping.getValue().forEach(tuple -> entry.collect(tuple.getKeyNode(), tuple.getValueNode(), keys, nested));
        return entry;
    }

    private void collect(Node key, Node value, List<String> keys, Set<String> nested) {
        var name = key instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!keys.contains(name)) {
            var known = "Known are " + String.join(", ", keys) + ".";
            problem(place(key), "'" + name + "' means nothing here", Nearest.question(name, keys, known));
        } else if (nested.contains(name) && !(value instanceof MappingNode)) {
            problem(place(value), name + " is no list of names and values", "Write '" + name + ": {name: value}'.");
        } else if (!nested.contains(name) && !(value instanceof ScalarNode)) {
            problem(place(value), name + " is no single value", "Write '" + name + ": value'.");
        } else if (values.putIfAbsent(name, value) != null) {
            problem(place(key), name + " is given twice", "Remove one of the two.");
        }
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Gives a mapping within this one; empty when there is none. */
    Optional<MappingNode> nested(String key) {
        return Optional.ofNullable(values.get(key)).map(MappingNode.class::cast);
    }

    @Nullable
    String text(String key) {
        return values.get(key) instanceof ScalarNode scalar ? text(scalar) : null;
    }

    static @Nullable String text(ScalarNode scalar) {
        return scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank()
                ? null
                : scalar.getValue().strip();
    }

    @Nullable
    String required(String key) {
        var value = text(key);
        if (value == null) {
            problem(place(key), "the source has no " + key, "Add '" + key + ": ...'.");
        }
        return value;
    }

    void check(String key, Predicate<String> rule, String what, String mend) {
        var value = text(key);
        if (value != null && !rule.test(value)) {
            problem(place(key), key + " '" + value + "' " + what, mend);
        }
    }

    <T> @Nullable T parsed(String key, SettingType<T> type) {
        var value = text(key);
        try {
            return value == null ? null : type.parser().apply(value);
        } catch (IllegalArgumentException e) {
            problem(place(key), key + " '" + value + "' is no " + type.name(), "Write it like " + type.example() + ".");
            return null;
        }
    }

    /** Says where a value stands; where the mapping begins when it has none. */
    String place(String key) {
        return place(values.getOrDefault(key, mapping));
    }

    String place(Node node) {
        return file + ":" + (node.getStartMark().getLine() + 1);
    }

    void problem(String place, String what, String mend) {
        problems.add(new Problem(place, what, mend));
    }

    /** Gives a mapping within this one with the same file and problems. */
    YamlEntry within(MappingNode inner, List<String> keys) {
        return of(inner, keys, Set.of(), file, problems);
    }
}
