package dev.dateline.runtime.settings;

import dev.dateline.runtime.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a YAML file of nested sections as flat settings, each with its line. */
final class YamlSettings {
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final List<Problem> problems;
    private final Map<String, SettingValue> values = new LinkedHashMap<>();

    private YamlSettings(Path file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Reads a file; what is wrong with it is added to {@code problems}. */
    static Map<String, SettingValue> read(Path file, List<Problem> problems) {
        var reader = new YamlSettings(file, problems);
        reader.readFile();
        return reader.values;
    }

    private void readFile() {
        try {
            if (Files.size(file) > MAX_BYTES) {
                problems.add(new Problem(file.toString(), "is larger than 1 MiB", "Give a file of settings."));
                return;
            }
            var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
            var root = yaml.compose(new StringReader(Files.readString(file)));
            if (root != null) {
                flatten("", root);
            }
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            var line = mark == null ? "" : ":" + (mark.getLine() + 1);
            problems.add(new Problem(file + line, "is not valid YAML: " + e.getProblem(), "Mend that line."));
        } catch (IOException e) {
            problems.add(new Problem(file.toString(), "cannot be read", "Check that the file exists and is readable."));
        }
    }

    private void flatten(String key, Node node) {
        if (node instanceof MappingNode mapping) {
            for (var entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode name) {
                    flatten(key.isEmpty() ? name.getValue() : key + "." + name.getValue(), entry.getValueNode());
                }
            }
        } else if (node instanceof SequenceNode sequence) {
            put(
                    key,
                    node,
                    sequence.getValue().stream()
                            .map(item -> item instanceof ScalarNode scalar ? scalar.getValue() : "")
                            .collect(Collectors.joining(",")));
        } else if (node instanceof ScalarNode scalar) {
            put(key, node, scalar.getValue());
        }
    }

    private void put(String key, Node node, String text) {
        var place = file + ":" + (node.getStartMark().getLine() + 1);
        if (key.isEmpty()) {
            problems.add(new Problem(place, "holds no settings", "Write settings as 'section: {name: value}'."));
        } else if (values.putIfAbsent(key, new SettingValue(text, place)) != null) {
            problems.add(new Problem(key + " (" + place + ")", "is set twice", "Remove one of the two."));
        }
    }
}
